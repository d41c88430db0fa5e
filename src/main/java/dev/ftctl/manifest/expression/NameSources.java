package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.input.Paths;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells which texts may name things. What a run finds in its environment, in a secret, or in a
/// file outside the project names nothing: names are printed everywhere, and the same manifests
/// must mean the same things wherever they are read.
final class NameSources {

  private final String folder;
  private final Set<String> outside = ConcurrentHashMap.newKeySet();

  /// @param folder of the project, canonical
  NameSources(String folder) {
    this.folder = folder;
  }

  /// Remembers a text of a file that lies outside.
  ///
  /// @param file canonical
  Filled noted(String file, Filled text) {
    if (!Paths.isWithin(file, folder)) {
      outside.addAll(text.sources());
    }
    return text;
  }

  /// What is wrong with a text as a name.
  ///
  /// @param what is to be named, `a key`
  Optional<Filled.Missing> refusal(Filled text, String what) {
    return text.sources().stream()
        .filter(this::isForeign)
        .findFirst()
        .map(source ->
            new Filled.Missing(
                "secret-in-name",
                what + " can't come from " + source,
                "use ${var:…}, which 'variables:' or --var sets",
                false));
  }

  private boolean isForeign(String source) {
    return source.startsWith("env:")
        || source.startsWith(SecretStore.SOURCE)
        || outside.contains(source);
  }
}
