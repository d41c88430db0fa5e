package dev.ftctl.cli.connector;

import dev.ftctl.address.Named;
import dev.ftctl.cli.connector.CopyTrial.Tried;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.copy.ConnectorCopy;
import dev.ftctl.export.copy.CopyFields;
import dev.ftctl.export.copy.LiveConnector;
import dev.ftctl.export.copy.Original;
import dev.ftctl.export.copy.SetField;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.walk.Described;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl connector copy`: the manifest of a connection like another, in other groups. Sends GETs
/// only; the copy is made by `apply`, as everything is.
@Command(
    name = "copy",
    description = "Print the manifest of a copy of a connection, for one or several groups.")
public final class ConnectorCopyCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();

  @Parameters(paramLabel = "ADDRESS", description = "Its address, live name or id.")
  String source = "";

  @Option(
      names = "--to",
      paramLabel = "GROUP",
      split = ",",
      required = true,
      description = "The groups that get one, by name, address or id.")
  List<String> targets = List.of();

  @Option(
      names = "--set",
      paramLabel = "K=V",
      description =
          "A field that the copy says otherwise: config.host=db.eu; GROUP:config.host=db.eu for one"
              + " group. A secret as '${env:NAME}'.")
  List<String> sets = List.of();

  @Option(
      names = "--with-schema",
      description = "With its schema settings: what syncs, what is left out, what is hashed.")
  boolean isWithSchema;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What the document is called (default: after the connection).")
  String name = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write it there, where no file is yet; else it is printed.")
  String file = "";

  private final Run run;

  public ConnectorCopyCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    List<SetField> fields = sets.stream().map(SetField::parse).toList();
    Optional<Path> target = target();
    Described described = Described.of(project.request(run), run.kinds().get());
    try (AccountFlags.Opened opened =
        accounts.open(run, false, Wire.of(run, common), described.project().environment())) {
      described.requireAccount(opened.account());
      CopyAccount account = CopyAccount.read(opened.account(), described, run.kinds().get());
      Named original = account.source(source);
      copy(account, original, account.groups(targets), fields, target);
    }
    return ExitCode.OK.number();
  }

  /// @throws RefusedException when something stands there
  private Optional<Path> target() {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path path = run.console().folder().resolve(file).normalize();
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(
          Refusal.USAGE, file + " is there already", "Give a file that is not there yet.");
    }
    return Optional.of(path);
  }

  private void copy(
      CopyAccount account,
      Named original,
      List<String> groups,
      List<SetField> said,
      Optional<Path> target) {
    List<Live> lives = account.details(original, isWithSchema);
    var table = new CopyFields(account.definition().fields(lives.getFirst().fields()));
    List<SetField> fields =
        said.stream().map(table::checked).map(field -> inGroup(field, groups)).toList();
    String called = name.isEmpty() ? account.name(wish(original, fields), groups) : name;
    Original base =
        LiveConnector.of(
            account.roster().kinds(),
            account.roster().ids(),
            account.address(called),
            lives,
            List.of());
    String text = new ConnectorCopy(called, groups, fields).after(base);
    Tried tried =
        CopyTrial.beside(run, project, account.described()).with(text, called, base.variables());
    requireSound(tried, table, base);
    requireFree(account, tried.resources(), table, base);
    target.ifPresentOrElse(
        path -> WholeFile.write(run.console().disk(), path, text),
        () -> run.output().document(text));
    new CopyTelling(run, common, original, account)
        .all(called, groups, base, tried.problems(), file, isWithSchema);
  }

  /// After what names it, where that is said, else after the original.
  private static String wish(Named original, List<SetField> fields) {
    return fields.stream()
        .filter(field -> field.group().isEmpty())
        .filter(field ->
            List.of(
                    "config.schema_prefix",
                    "config.schema",
                    "config.table",
                    "config.table_group_name")
                .contains(field.path().toString()))
        .map(field -> field.value().asText())
        .filter(text -> !text.isBlank() && !text.contains("${"))
        .reduce((first, second) -> first + "." + second)
        .orElseGet(
            () -> original.isDescribed() ? original.address().name() : original.live().label());
  }

  private static SetField inGroup(SetField field, List<String> groups) {
    if (!field.group().isEmpty() && !groups.contains(field.group())) {
      throw new RefusedException(
          Refusal.USAGE,
          "--set " + field.group() + ":" + field.path() + ": --to names no group " + field.group(),
          "--to means " + String.join(", ", groups) + ".");
    }
    return field;
  }

  private static void requireSound(Tried tried, CopyFields table, Original base) {
    if (!tried.isSound()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the copy would be no manifest that fits the others: "
              + tried.problems().stream()
                  .filter(Problem::isError)
                  .map(problem -> problem.subject() + ": " + problem.message())
                  .collect(Collectors.joining("; ")),
          tried.problems().stream()
              .filter(problem -> problem.isError() && !problem.fix().isEmpty())
              .map(Problem::fix)
              .findFirst()
              .orElse("Change it by --set."));
    }
  }

  /// @throws RefusedException when a group has a connection of that name already
  private static void requireFree(
      CopyAccount account, List<Resource> copies, CopyFields table, Original base) {
    for (Resource copy : copies) {
      Optional<Live> taken =
          copy.address().kind().equals("connector") ? account.taken(copy) : Optional.empty();
      if (taken.isPresent()) {
        List<String> naming = table.naming(copy.spec().mapping("config"));
        throw new RefusedException(
            Refusal.USAGE,
            "group "
                + copy.address().instance()
                + " has a connection "
                + taken.get().label()
                + " already (id "
                + taken.get().id()
                + ")",
            "Give the copy another name there: --set "
                + (naming.isEmpty() ? "config.schema" : naming.getLast())
                + "=…");
      }
    }
  }
}
