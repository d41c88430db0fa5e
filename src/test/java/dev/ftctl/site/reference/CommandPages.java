package dev.ftctl.site.reference;

import dev.ftctl.cli.help.HelpLook;
import dev.ftctl.site.Slugs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// A page for each command with all below it, one for the flags that many share, and a list of all:
/// what `--help` says, in Markdown.
final class CommandPages {

  private static final String OWN = "Options:";
  private static final String EXAMPLES = "Examples:\n";

  private final Map<String, SequencedMap<String, String>> shared = new LinkedHashMap<>();

  private CommandPages() {}

  /// The texts by file, such as `plan.md`.
  ///
  /// @param program with all of its commands
  static SequencedMap<String, String> of(CommandLine program) {
    var pages = new CommandPages();
    var files = new TreeMap<String, String>();
    List<CommandLine> commands = below(program);
    for (CommandLine command : commands) {
      files.put(command.getCommandName() + ".md", pages.page(command));
    }
    files.put("README.md", list(commands));
    files.put("shared-flags.md", pages.sharedFlags());
    return files;
  }

  private static List<CommandLine> below(CommandLine line) {
    return line.getSubcommands().values().stream()
        .distinct()
        .filter(one -> !one.getCommandName().equals("help"))
        .filter(one -> !one.getCommandSpec().usageMessage().hidden())
        .toList();
  }

  private static String list(List<CommandLine> commands) {
    var text = new StringBuilder();
    text.append(
        """
        # Commands

        What each command takes, from the program itself: the same as `ftctl COMMAND --help`. [The command line](../cli.md) says how they work together:
        exit codes, addresses, formats. Flags that many commands take are [explained once](shared-flags.md).

        | command | what it does |
        |---|---|
        """);
    for (CommandLine command : commands) {
      List<CommandLine> inner = below(command);
      if (inner.isEmpty()) {
        row(text, command, command.getCommandName() + ".md");
      }
      for (CommandLine one : inner) {
        String anchor = one.getCommandSpec().qualifiedName("-");
        row(text, one, command.getCommandName() + ".md#" + anchor);
      }
    }
    return text.toString();
  }

  private static void row(StringBuilder text, CommandLine command, String link) {
    CommandSpec spec = command.getCommandSpec();
    String name = spec.qualifiedName().replaceFirst("^ftctl ", "");
    text.append("| [`%s`](%s) | %s |%n".formatted(name, link, description(spec)));
  }

  private String page(CommandLine command) {
    var text = new StringBuilder();
    List<CommandLine> inner = below(command);
    section(text, command, "#");
    for (CommandLine one : inner) {
      section(text, one, "##");
    }
    text.append("[All commands](README.md)\n");
    return text.toString();
  }

  private void section(StringBuilder text, CommandLine command, String level) {
    CommandSpec spec = command.getCommandSpec();
    text.append("%s %s%n%n%s%n%n".formatted(level, spec.qualifiedName(), description(spec)));
    if (!below(command).isEmpty()) {
      return;
    }
    text.append("```text%n%s%n```%n%n".formatted(command.getHelp().synopsis(0).strip()));
    arguments(text, spec);
    SequencedMap<String, List<OptionSpec>> groups = HelpLook.grouped(spec);
    flags(text, groups.getOrDefault(OWN, List.of()));
    groups.forEach((title, options) -> {
      if (!title.equals(OWN)) {
        sharedLine(text, title, options);
      }
    });
    if (groups.size() > 1) {
      text.append('\n');
    }
    examples(text, command, level);
  }

  private static void arguments(StringBuilder text, CommandSpec spec) {
    List<PositionalParamSpec> shown =
        spec.positionalParameters().stream().filter(one -> !one.hidden()).toList();
    if (!shown.isEmpty()) {
      text.append("| argument | |\n|---|---|\n");
      shown.forEach(one ->
          text.append(
              "| `%s` | %s |%n".formatted(cell(one.paramLabel()), words(one.description()))));
      text.append('\n');
    }
  }

  private static void flags(StringBuilder text, List<OptionSpec> options) {
    if (!options.isEmpty()) {
      text.append("| flag | |\n|---|---|\n");
      options.forEach(one -> text.append(flag(one)));
      text.append('\n');
    }
  }

  private static String flag(OptionSpec option) {
    return "| %s | %s |%n".formatted(names(option), words(option.description()));
  }

  private static String names(OptionSpec option) {
    boolean mayBeLeftOut = option.arity().min() == 0;
    String value =
        option.arity().max() == 0
            ? ""
            : mayBeLeftOut ? "[=" + option.paramLabel() + "]" : " " + option.paramLabel();
    List<String> names = List.of(option.names());
    return names.stream()
        .map(name -> "`" + cell(name.equals(names.getLast()) ? name + value : name) + "`")
        .collect(Collectors.joining(", "));
  }

  /// Flags of a group by name, each with a link to what it is; `--format` is each command's own.
  private void sharedLine(StringBuilder text, String title, List<OptionSpec> options) {
    String group = title.replaceFirst(":$", "");
    var links = new ArrayList<String>();
    String formats = "";
    SequencedMap<String, String> known =
        shared.computeIfAbsent(group, first -> new LinkedHashMap<>());
    for (OptionSpec option : options) {
      String name = option.longestName();
      if (name.equals("--format")) {
        formats = " `--format` takes " + words(option.description());
      } else {
        known.putIfAbsent(name, flag(option));
        links.add("`" + name + "`");
      }
    }
    String anchor = new Slugs().next(group);
    text.append(
        "- [%s](shared-flags.md#%s): %s.%s%n"
            .formatted(group, anchor, String.join(", ", links), formats));
  }

  private String sharedFlags() {
    var text = new StringBuilder();
    text.append(
        """
        # Flags that commands share

        They may stand before the command, too, but for those of what is planned: `ftctl --sandbox plan`. Which command takes which: its [page](README.md).
        """);
    shared.forEach((group, flags) -> {
      text.append("%n## %s%n%n| flag | |%n|---|---|%n".formatted(group));
      flags.values().forEach(text::append);
    });
    return text.toString();
  }

  private static void examples(StringBuilder text, CommandLine command, String level) {
    String footer =
        command
            .getHelpSectionMap()
            .get(UsageMessageSpec.SECTION_KEY_FOOTER)
            .render(command.getHelp());
    int at = footer.indexOf(EXAMPLES);
    if (at >= 0) {
      String lines = footer.substring(at + EXAMPLES.length()).strip().replaceAll("(?m)^ +", "");
      text.append("%s# Examples%n%n```sh%n%s%n```%n%n".formatted(level, lines));
    }
  }

  private static String description(CommandSpec spec) {
    return words(spec.usageMessage().description());
  }

  /// Without the library's marks, on one line.
  private static String words(String[] lines) {
    String plain = Ansi.OFF.string(String.join(" ", lines)).replace("%%", "%").replace("%n", " ");
    return plain
        .strip()
        .replace("|", "\\|")
        .replace("<", "\\<")
        .replace("*", "\\*")
        .replaceAll("(?<![\\w`-])(--[a-z][a-z-]+(=[A-Z]+)?)", "`$1`");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
