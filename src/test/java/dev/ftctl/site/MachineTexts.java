package dev.ftctl.site;

import java.util.Map;

/// The documentation for programs that read: `llms.txt` lists it, `llms-full.txt` is it.
final class MachineTexts {

  private static final String SUMMARY =
      """
      # ftctl

      > ftctl keeps a Fivetran account as YAML manifests say: groups, destinations, connectors, schema settings, users, teams and webhooks. It shows every difference before it changes anything, and needs no state file.

      Commands that only look (plan, drift, get, status, export, validate) send nothing but GET. `apply` writes. `--sandbox` is a simulated account: everything can be tried there. Secrets stand in manifests as `${env:NAME}`, never as text. Every page below is Markdown. An example for each service: `ftctl connector-type scaffold --example SERVICE`, or services/connectors/SERVICE.md.
      """;

  private MachineTexts() {}

  /// @param pages by the file that the navigation names
  static String list(Navigation navigation, Map<String, Page> pages) {
    var text = new StringBuilder(SUMMARY);
    for (String section : navigation.sections()) {
      text.append("\n## ").append(section).append("\n\n");
      for (Navigation.Entry entry : navigation.of(section)) {
        Page page = pages.get(entry.file());
        if (page != null) {
          text.append(
              "- [%s](%s): %s%n"
                  .formatted(entry.label(), page.path(), start(new MarkdownText(page.text()))));
        }
      }
    }
    return text.toString();
  }

  static String all(Navigation navigation, Map<String, Page> pages) {
    var text = new StringBuilder(SUMMARY);
    for (Navigation.Entry entry : navigation.entries()) {
      Page page = pages.get(entry.file());
      if (page != null && !page.path().equals("CHANGELOG.md")) {
        text.append("\n\n<!-- ").append(page.path()).append(" -->\n\n").append(page.text());
      }
    }
    return text.toString();
  }

  /// The first sentence below the title.
  private static String start(MarkdownText text) {
    String all =
        text.sections().stream()
            .map(MarkdownText.Section::text)
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse("");
    int end = all.indexOf(". ");
    return end < 0 ? all : all.substring(0, end + 1);
  }
}
