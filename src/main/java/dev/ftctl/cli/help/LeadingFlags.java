package dev.ftctl.cli.help;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Flags before the command, as `ftctl --sandbox plan` has them: those that many commands share are
/// put behind it, where they belong.
public final class LeadingFlags {

  /// Of the program itself.
  private static final Set<String> OWN = Set.of("-h", "--help", "-V", "--version");

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  private LeadingFlags() {}

  /// The same command line with the command first; as it is where that can't be told.
  ///
  /// @param isGroup whether a command consists of others
  public static List<String> behind(List<String> arguments, Predicate<String> isGroup) {
    if (arguments.isEmpty()
        || !arguments.getFirst().startsWith("-")
        || OWN.contains(arguments.getFirst())) {
      return arguments;
    }
    Map<String, OptionSpec> shared =
        CommandSpec.forAnnotatedObject(new LeadingFlags()).optionsMap();
    int at = 0;
    while (at < arguments.size() && arguments.get(at).startsWith("-")) {
      Optional<Integer> length = length(arguments.get(at), shared);
      if (length.isEmpty()) {
        return arguments;
      }
      at += length.get();
    }
    return at < arguments.size() ? moved(arguments, at, isGroup) : arguments;
  }

  /// How many words a flag takes with its value; empty for one that is not shared.
  private static Optional<Integer> length(String word, Map<String, OptionSpec> shared) {
    boolean isLong = word.startsWith("--");
    String name =
        isLong ? word.replaceFirst("=.*", "") : word.substring(0, Math.min(2, word.length()));
    OptionSpec flag = shared.get(name);
    if (flag == null || OWN.contains(name)) {
      return Optional.empty();
    }
    boolean takesNext = flag.arity().min() > 0 && word.equals(name);
    return Optional.of(takesNext ? 2 : 1);
  }

  private static List<String> moved(List<String> arguments, int at, Predicate<String> isGroup) {
    boolean isLonger =
        isGroup.test(arguments.get(at))
            && at + 1 < arguments.size()
            && !arguments.get(at + 1).startsWith("-");
    int end = at + (isLonger ? 2 : 1);
    var moved = new ArrayList<String>(arguments.subList(at, end));
    moved.addAll(arguments.subList(0, at));
    moved.addAll(arguments.subList(end, arguments.size()));
    return List.copyOf(moved);
  }
}
