package dev.ftctl.model.address;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which resources an address means wherever one may be given: in flags, as the argument of a verb,
/// in the project file. It is an address in which `*` stands for any text, `/` and `@` included,
/// and `?` for one character. A document's address (`connector/orders_db`) means all of its
/// instances; no address means less than what it names.
///
/// `%XX` is a character of a name, never a wildcard: `connector/a%2Ab` is the connector `a*b`
/// alone, which is also how [Address#toString] prints it. Upper and lower case differ, as in names.
///
/// @param text as written
public record AddressPattern(String text) {

  /// Whatever there is.
  public static final AddressPattern ALL = new AddressPattern("*");

  /// A name's own `*` and `?` take part in the comparison as characters that no name holds.
  private static final char STAR = '\uE02A';

  private static final char QUESTION_MARK = '\uE03F';
  private static final Pattern WRITTEN_STAR = Pattern.compile("%2a", Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITTEN_QUESTION_MARK =
      Pattern.compile("%3f", Pattern.CASE_INSENSITIVE);

  /// Every instance of the document that the address belongs to: `connector/orders_db@*`.
  public static AddressPattern instancesOf(Address address) {
    return new AddressPattern(address.inGroup("") + "@*");
  }

  public boolean covers(Address address) {
    var glob = new Glob(decoded());
    String document = address.kind() + "/" + literal(address.name());
    return glob.matches(document)
        || (!address.instance().isEmpty()
            && glob.matches(document + "@" + literal(address.instance())));
  }

  public boolean coversAny(Collection<Address> addresses) {
    return addresses.stream().anyMatch(this::covers);
  }

  /// `did you mean 'connector/orders_db'?` of those that there are, or empty text. A pattern with
  /// wildcards may have meant one, too.
  public String hint(Collection<Address> known) {
    var names = new TreeSet<String>();
    for (Address address : known) {
      names.add(address.toString());
      names.add(address.inGroup("").toString());
      if (Glob.isGlob(text)) {
        names.add(address.kind() + "/*");
        names.add(address.kind() + "/*@" + address.instance());
        names.add("*@" + address.instance());
      }
    }
    return Near.hint(text, names.stream().filter(name -> !name.endsWith("@")).toList());
  }

  @Override
  public String toString() {
    return text;
  }

  private String decoded() {
    if (text.indexOf('%') < 0) {
      return text;
    }
    String starred = WRITTEN_STAR.matcher(text).replaceAll(String.valueOf(STAR));
    return Address.decode(
        WRITTEN_QUESTION_MARK.matcher(starred).replaceAll(String.valueOf(QUESTION_MARK)));
  }

  private static String literal(String name) {
    return name.replace('*', STAR).replace('?', QUESTION_MARK);
  }
}
