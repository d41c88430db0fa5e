package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.yaml.Node;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of the environment variables with key and secret. What they hold is sent away, so a
/// project file may name only what looks like a key of an API, or what the command line allows.
final class CredentialNames {

  private static final Pattern USUAL = Pattern.compile(".*API_?(KEY|SECRET)");

  private final PlainReader plain;
  private final Set<String> allowed;
  private final boolean isUsed;

  /// @param request which says whether the account is read, and with that the variables
  CredentialNames(PlainReader plain, ReadRequest request) {
    this.plain = plain;
    this.allowed = request.credentials();
    this.isUsed = request.needsEnvironment();
  }

  /// The name under a key of `credentials`, empty for none.
  String of(Optional<Node.Mapping> names, String key) {
    Optional<Node> written = names.flatMap(mapping -> mapping.get(key));
    String name =
        written.flatMap(node -> plain.text(node, "'" + key + "' of credentials")).orElse("");
    if (!isUsed || name.isEmpty() || USUAL.matcher(name).matches() || allowed.contains(name)) {
      return name;
    }
    plain
        .report()
        .error(
            written.orElseThrow().place(),
            "credentials-name",
            "the variable '" + Types.excerpt(name) + "' is not called like a key of an API",
            "end its name in API_KEY or API_SECRET, or give --allow-credentials NAME");
    return "";
  }
}
