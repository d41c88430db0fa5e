package dev.ftctl.cli.telling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// Flags that users of other tools try out of habit, each with what they mean here. What is said
/// depends on the flags that the command has, so that none is named which it would not take.
final class OtherFlags {

  private static final String YES = "--yes";
  private static final String ALLOW = "--allow";
  private static final String TARGET = "--target";

  /// Sentences are looked for in this order.
  private static final List<Habit> HABITS =
      List.of(
          habit("--force")
              .where(
                  ALLOW,
                  "What is dangerous is allowed by name, --allow RISK:ADDRESS, as the plan writes"
                      + " it; --skip-blocked does the rest without it."),
          habit("--auto-approve --approve --confirm --assume-yes --no-input --input --force")
              .where(YES, "Did you mean: --yes?"),
          habit("--auto-approve --approve --confirm --assume-yes --no-input --input --yes -y")
              .everywhere("There is no question to answer: leave it out."),
          habit("--batch-mode")
              .everywhere(
                  "Where there is no terminal nothing is asked, and what would be is refused (4):"
                      + " leave it out."),
          habit("--dry-run --dryrun --diff --plan --plan-only --preview --check --what-if -n")
              .where("--detailed-exitcode", "It changes nothing in the account: leave it out."),
          habit("--dry-run --dryrun --diff --plan --plan-only --preview --check --what-if -n")
              .everywhere("ftctl plan shows what ftctl apply would do, and changes nothing."),
          habit("--refresh --refresh-only --no-refresh")
              .everywhere(
                  "Plans are always made against the live account: leave it out. ftctl drift tells"
                      + " what others changed there."),
          habit("--replace --recreate --taint")
              .where(
                  ALLOW,
                  "What can't be changed in place is planned as a replacement; --allow"
                      + " replace:ADDRESS allows it."),
          habit("--destroy --delete --remove")
              .where(
                  "--prune",
                  "What is to go says metadata.absent: true in its manifest; --prune deletes what"
                      + " no manifest describes."),
          habit("--lock --no-lock --lock-timeout --state --backup --backend-config --reconfigure")
              .everywhere("ftctl keeps no state, and nothing to lock: leave it out."),
          habit("--only --include --select --resource --resources")
              .where(TARGET, "Did you mean: --target ADDRESS?"),
          habit("--exclude --skip --ignore")
              .where(
                  TARGET,
                  "--target ADDRESS and -l SELECTOR choose what is looked at; ignore: in ftctl.yaml"
                      + " leaves things to others."),
          habit("-f --file --filename --manifest --manifests --dir --directory --path -chdir")
              .where(
                  TARGET,
                  "Files and folders of manifests stand behind the command, without a flag."),
          habit("--json --out-format --output-format")
              .where("--format", "Did you mean: --format json?"),
          habit("--debug --trace").where("--log-level", "Did you mean: -v, or --log-file FILE?"),
          habit("--environment --workspace --profile --stage -e")
              .where("--env", "Did you mean: --env NAME?"),
          habit("--api-key --api-secret --key --secret --token --username --password")
              .where(
                  "--credentials",
                  "Lists of processes show flags: set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or"
                      + " give --credentials FILE."),
          habit("--concurrency --workers --threads --jobs")
              .where("--parallelism", "Did you mean: --parallelism N?"));

  private OtherFlags() {}

  /// What is meant by a flag that a command doesn't have, as a sentence; empty for one that is no
  /// other tool's.
  ///
  /// @param name without a value: `--dry-run`
  static Optional<String> meaning(CommandSpec command, String name) {
    if (command.qualifiedName().startsWith("ftctl fleet ") && name.equals("--sandbox")) {
      return Optional.of(
          "The simulator is one account: "
              + command.qualifiedName().replace(" fleet", "")
              + " --sandbox --env NAME.");
    }
    if (command.qualifiedName().startsWith("ftctl fleet ") && name.equals("--handout")) {
      return Optional.of(
          "A flag is of one account: for many, handouts: in ftctl.yaml says where secrets go, and"
              + " metadata.handout names it.");
    }
    Set<String> has = command.optionsMap().keySet();
    String folded = name.toLowerCase(Locale.ROOT);
    return HABITS.stream()
        .filter(habit -> habit.flags().contains(folded))
        .filter(habit -> habit.needed().isEmpty() || has.contains(habit.needed()))
        .map(Habit::sentence)
        .findFirst();
  }

  /// All flags of which anything is known.
  static Set<String> known() {
    return HABITS.stream()
        .flatMap(habit -> habit.flags().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Flags habit(String flags) {
    return new Flags(Set.copyOf(Arrays.asList(flags.split(" ", -1))));
  }

  /// What means the same.
  private record Flags(Set<String> names) {

    Habit where(String needed, String sentence) {
      return new Habit(names, needed, sentence);
    }

    Habit everywhere(String sentence) {
      return new Habit(names, "", sentence);
    }
  }

  /// @param needed what the command has to have, so that the sentence holds; empty for nothing
  private record Habit(Set<String> flags, String needed, String sentence) {}
}
