package dev.ftctl.export;

import dev.ftctl.yaml.ManifestText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The files of a project beside its manifests.
public final class ProjectText {

  private ProjectText() {}

  /// `ftctl.yaml`, pinned to an account.
  public static String project(String accountId, String accountName) {
    String name = accountName.isEmpty() ? "" : " # " + accountName.replaceAll("\\p{C}", "");
    return """
    # Manifests lie in manifests/. With other credentials than those of this account nothing is
    # compared and nothing is changed.
    account: %s%s
    """
        .formatted(ManifestText.scalar(accountId), name);
  }

  /// `ftctl.yaml` of an account that nobody asked yet.
  public static String project() {
    return """
    # Manifests lie in manifests/. Pin the account (account: its id), so that with other credentials
    # nothing is compared and nothing is changed.
    manifests: [manifests]
    """;
  }

  /// `.env.example` with a line for each variable, and what is there already as it is.
  ///
  /// @param now the file's text, empty for none
  /// @param uses what reads each variable, by its name
  public static String example(String now, SequencedMap<String, String> uses) {
    List<String> known = variables(now);
    var text = new StringBuilder(now);
    if (now.isEmpty() && !uses.isEmpty()) {
      text.append(
              "# What the manifests read from the environment. Secrets are asked for only when\n")
          .append("# they are sent; the rest has to be set for every plan. Never commit values.\n");
    } else if (!now.isEmpty() && !now.endsWith("\n")) {
      text.append('\n');
    }
    uses.forEach((name, use) -> {
      if (!known.contains(name)) {
        text.append(name).append("=").append(" # ").append(use).append('\n');
      }
    });
    return text.toString();
  }

  /// The variables that such a file names.
  public static List<String> variables(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.matches("(export )?[A-Za-z_][A-Za-z0-9_]*=.*"))
        .map(line -> line.replaceFirst("^export ", "").replaceFirst("=.*", ""))
        .toList();
  }

  /// A line for each variable in order, for a shell and for tools that read such files.
  public static String values(SequencedMap<String, String> values, Collection<String> unknown) {
    var lines = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> lines.put(name, name + "=" + quoted(value)));
    unknown.forEach(name -> lines.putIfAbsent(name, "# " + name + "="));
    return String.join("\n", lines.values()) + "\n";
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9_./:@%+=-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
