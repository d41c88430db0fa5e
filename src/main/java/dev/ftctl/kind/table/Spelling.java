package dev.ftctl.kind.table;

import dev.ftctl.model.address.Near;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the members of an enumeration may be written, and which one is meant.
///
/// @param members as the API writes them
/// @param aliases texts that the API takes as well, each with the member that it answers instead
public record Spelling(List<String> members, Map<String, String> aliases) {

  /// What people put between words, or leave out. Not between two digits: `1.2` is no `12`.
  private static final String BETWEEN =
      "(?<=\\p{Alpha})%1$s+(?=\\p{Alnum})|(?<=\\d)%1$s+(?=\\p{Alpha})";

  private static final Pattern SEPARATORS = Pattern.compile(BETWEEN.formatted("[\\s_.-]"));

  /// Where members carry signs (`UTC+1`, `-5`), a hyphen is one.
  private static final Pattern BLANKS = Pattern.compile(BETWEEN.formatted("[\\s_.]"));

  /// Shorter texts are in too many names.
  private static final int SHORTEST_PART = 4;

  public static Spelling of(List<String> members) {
    return new Spelling(members, Map.of());
  }

  /// The member that the text is, in the API's spelling, when they differ in letter case and
  /// separators at most. A member is itself.
  public Optional<String> known(String text) {
    if (members.contains(text)) {
      return Optional.of(text);
    }
    Pattern ignored = ignored();
    String wanted = folded(text, ignored);
    return members.stream().filter(member -> folded(member, ignored).equals(wanted)).findFirst();
  }

  /// The member that the text stands for by another name.
  public Optional<String> aliased(String text) {
    Pattern ignored = ignored();
    String wanted = folded(text, ignored);
    return aliases.entrySet().stream()
        .filter(alias -> folded(alias.getKey(), ignored).equals(wanted))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// Equal for two texts that mean the same to the API.
  public String meaning(String text) {
    return folded(aliased(text).orElse(text), ignored());
  }

  /// The member that was most likely meant: by a typo, or without the words that only Fivetran puts
  /// around it (`us-east-2` of a cloud). Empty when nothing is near.
  public Optional<String> near(String text) {
    Optional<String> typo = Near.of(text, members);
    if (typo.isPresent()) {
      return typo;
    }
    var byFold = new LinkedHashMap<String, String>();
    Pattern ignored = ignored();
    members.forEach(member -> byFold.putIfAbsent(folded(member, ignored), member));
    String wanted = folded(text, ignored);
    return Near.of(wanted, byFold.keySet())
        .or(() ->
            byFold.keySet().stream()
                .filter(fold -> contains(fold, wanted) || contains(wanted, fold))
                .min(
                    Comparator.<String>comparingInt(
                            fold -> Math.abs(fold.length() - wanted.length()))
                        .thenComparing(fold -> fold)))
        .map(byFold::get);
  }

  private static boolean contains(String whole, String part) {
    return part.length() >= SHORTEST_PART && whole.contains(part);
  }

  /// Looked for once for many texts: there are enumerations of 800 members.
  private Pattern ignored() {
    return members.stream().anyMatch(member -> member.contains("+")) ? BLANKS : SEPARATORS;
  }

  private static String folded(String text, Pattern ignored) {
    return ignored.matcher(text.strip()).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
