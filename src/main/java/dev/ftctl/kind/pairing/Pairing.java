package dev.ftctl.kind.pairing;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A rule between two fields. What is written and contradicts itself is an error; a partner that is
/// not written is a warning at most, since the account may hold it already.
public sealed interface Pairing permits CountsWith, AsksFor, SameAs {

  /// What is wrong in a spec as its manifest wrote it; empty when nothing is.
  ///
  /// @param subject for the message, such as `connector orders`
  Optional<Problem> check(Value.Mapping spec, String subject);

  /// The problems that the rules find, in their order.
  static List<Problem> check(
      Collection<? extends Pairing> rules, Value.Mapping spec, String subject) {
    return rules.stream().map(rule -> rule.check(spec, subject)).flatMap(Optional::stream).toList();
  }

  /// Whether a manifest says something there; `null` and empty texts clear and say nothing.
  static boolean isWritten(Value value) {
    return !value.isBlank();
  }

  /// Without letter case and separators, in which the API's own spellings differ (`SSH_TUNNEL`,
  /// `SshTunnel`).
  static String folded(String text) {
    return text.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }
}
