package dev.ftctl.cli.export;

import dev.ftctl.model.address.Glob;
import java.util.List;

/// Globs over names of groups and services.
final class NameGlobs {

  private NameGlobs() {}

  static boolean matchAny(List<String> globs, List<String> names) {
    return globs.stream().map(Glob::new).anyMatch(glob -> names.stream().anyMatch(glob::matches));
  }
}
