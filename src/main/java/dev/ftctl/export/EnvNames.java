package dev.ftctl.export;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names of environment variables for what documents must not say: after the document and the
/// field, `ORDERS_PASSWORD`. Each is given once; none is one that means something already.
public final class EnvNames {

  /// What the shell, a CI system or ftctl itself reads.
  private static final List<String> RESERVED =
      List.of(
          "FIVETRAN_", "FTCTL_", "GITHUB_", "GITLAB_", "RUNNER_", "CI_", "LD_", "JAVA_", "GIT_");

  private static final Set<String> TAKEN = Set.of("PATH", "HOME", "USER", "SHELL", "CI", "TERM");

  private final Set<String> given = new HashSet<>();

  /// @param used that documents have already
  public EnvNames(Collection<String> used) {
    given.addAll(used);
  }

  /// A new name.
  ///
  /// @param slug of the document's kind, which joins where the name would not do without
  public String next(String document, String slug, List<String> path) {
    String name = join(document, path);
    if (isReserved(name) || given.contains(name)) {
      name = join(slug + "_" + document, path);
    }
    String free = name;
    for (int number = 2; !given.add(free); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  private static boolean isReserved(String name) {
    return TAKEN.contains(name) || RESERVED.stream().anyMatch(name::startsWith);
  }

  private static String join(String document, List<String> path) {
    String words = document + "_" + String.join("_", path);
    String name =
        words
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]+", "_")
            .replaceAll("^_+(?=[A-Z])|_+$", "");
    return name.matches("[0-9].*") ? "_" + name : name;
  }
}
