package release;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// A manual page for each command, from the commands themselves.
final class ManualPages {

  private final Path folder;
  private final Build build;

  private ManualPages(Path folder, Build build) {
    this.folder = folder;
    this.build = build;
  }

  static void write(Path folder, Build build) throws IOException {
    Files.createDirectories(folder);
    new ManualPages(folder, build).write(Ftctl.described(Console.ofProcess()));
  }

  private void write(CommandLine line) throws IOException {
    CommandSpec command = line.getCommandSpec();
    Files.writeString(folder.resolve(name(command) + ".1"), page(line));
    for (CommandLine below : below(line)) {
      write(below);
    }
  }

  private static List<CommandLine> below(CommandLine line) {
    return line.getSubcommands().values().stream()
        .filter(below -> !below.getCommandName().equals("help"))
        .filter(below -> !below.getCommandSpec().usageMessage().hidden())
        .toList();
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String page(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    var page = new StringBuilder();
    LocalDate day = LocalDate.ofInstant(build.time(), ZoneOffset.UTC);
    page.append(
        ".TH \"%s\" 1 \"%s\" \"ftctl %s\" \"ftctl\"%n"
            .formatted(name(command).toUpperCase(java.util.Locale.ROOT), day, build.version()));
    String[] described = command.usageMessage().description();
    String first = described.length == 0 ? "" : described[0];
    section(page, "NAME", roff(name(command)) + " \\- " + roff(first.replaceFirst("[.]$", "")));
    section(page, "SYNOPSIS", ".nf\n" + roff(line.getHelp().synopsis(0).strip()) + "\n.fi");
    section(page, "DESCRIPTION", roff(String.join("\n\n", described)));
    section(page, "ARGUMENTS", terms(command.positionalParameters().stream()));
    section(page, "COMMANDS", commands(line));
    section(page, "OPTIONS", terms(command.options().stream().filter(option -> !option.hidden())));
    section(page, "EXAMPLES", examples(line));
    section(
        page,
        "EXIT STATUS",
        roff("0 when all went well; the others: ftctl's documentation, Exit codes."));
    section(page, "SEE ALSO", roff(others(line)));
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    if (!text.isBlank()) {
      page.append(".SH ").append(title).append('\n').append(text.strip()).append('\n');
    }
  }

  private static String terms(Stream<? extends ArgSpec> arguments) {
    return arguments
        .map(one ->
            ".TP\n\\fB" + roff(term(one)) + "\\fR\n" + roff(String.join("\n", one.description())))
        .collect(Collectors.joining("\n"));
  }

  private static String term(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? String.join(", ", option.names())
            + (option.arity().max() > 0 ? "=" + option.paramLabel() : "")
        : argument.paramLabel();
  }

  private static String commands(CommandLine line) {
    return below(line).stream()
        .map(CommandLine::getCommandSpec)
        .map(below ->
            ".TP\n\\fB"
                + roff(name(below))
                + "\\fR(1)\n"
                + roff(Arrays.stream(below.usageMessage().description()).findFirst().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String examples(CommandLine line) {
    String footer =
        line.getHelpSectionMap().get(UsageMessageSpec.SECTION_KEY_FOOTER).render(line.getHelp());
    String title = "Examples:\n";
    int at = footer.indexOf(title);
    return at < 0 ? "" : ".nf\n" + roff(footer.substring(at + title.length())) + "\n.fi";
  }

  private static String others(CommandLine line) {
    CommandLine parent = line.getParent();
    return parent == null ? "" : name(parent.getCommandSpec()) + "(1)";
  }

  /// Text for the formatter: without picocli's marks, its own letters quoted.
  private static String roff(String text) {
    String plain = Ansi.OFF.string(text).replace("%%", "%").replace("%n", "\n");
    return plain
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .lines()
        .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
        .collect(Collectors.joining("\n"));
  }
}
