package dev.ftctl.cli.help;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Borrowing;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// How the help of a command looks: its own flags first, those that many commands share in groups
/// behind them, examples at the end. Nothing of it is made before help is asked for.
public final class HelpLook {

  private static final String OWN = "Options:";

  /// By what brings them; in this order.
  private static final SequencedMap<Class<?>, String> GROUPS = groups();

  private HelpLook() {}

  private static SequencedMap<Class<?>, String> groups() {
    var groups = new LinkedHashMap<Class<?>, String>();
    groups.put(PlanFlags.class, "What is planned, and allowed:");
    groups.put(ManifestFlags.class, "Manifests:");
    groups.put(ProjectFlags.class, "Manifests:");
    groups.put(AccountFlags.class, "Account:");
    groups.put(CommonFlags.class, "Output:");
    return groups;
  }

  /// Of a command and all below it.
  public static void give(CommandLine commands) {
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(commands.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLook::options);
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, HelpLook::footer);
    commands.setHelpSectionMap(sections);
    abbreviated(commands);
  }

  private static void abbreviated(CommandLine commands) {
    commands.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    commands.getSubcommands().values().forEach(HelpLook::abbreviated);
  }

  private static String options(Help help) {
    CommandSpec command = help.commandSpec();
    var text = new StringBuilder();
    grouped(command)
        .forEach((title, options) -> {
          Help.Layout layout = help.createDefaultLayout();
          layout.addOptions(options, help.parameterLabelRenderer());
          text.append('\n').append(title).append('\n').append(layout);
        });
    return text.toString();
  }

  /// The flags of a command that help shows, by title: its own first.
  public static SequencedMap<String, List<OptionSpec>> grouped(CommandSpec command) {
    var grouped = new LinkedHashMap<String, List<OptionSpec>>();
    grouped.put(OWN, new ArrayList<>());
    GROUPS.values().forEach(title -> grouped.put(title, new ArrayList<>()));
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        grouped
            .computeIfAbsent(title(command, option), first -> new ArrayList<>())
            .add(own(command, option));
      }
    }
    grouped.values().removeIf(List::isEmpty);
    return grouped;
  }

  /// The formats of this command instead of those of all.
  private static OptionSpec own(CommandSpec command, OptionSpec option) {
    return option.longestName().equals("--format")
        ? OptionSpec.builder(option)
            .description(English.listed(CommonFlags.formats(command), "or") + " (default: text).")
            .build()
        : option;
  }

  private static String title(CommandSpec command, OptionSpec option) {
    Stream<CommandSpec> lenders =
        command.userObject() instanceof Borrowing borrowing
            ? Stream.of(borrowing.lender())
            : Stream.empty();
    return Stream.concat(Stream.of(command), lenders)
        .flatMap(one -> one.mixins().values().stream())
        .filter(mixin -> mixin.findOption(option.longestName()) != null)
        .flatMap(mixin ->
            GROUPS.entrySet().stream()
                .filter(group -> group.getKey().isInstance(mixin.userObject()))
                .map(Map.Entry::getValue))
        .findFirst()
        .orElse(OWN);
  }

  private static String footer(Help help) {
    CommandSpec command = help.commandSpec();
    return command.parent() == null ? FrontPage.AT_THE_END : Examples.of(command.qualifiedName());
  }
}
