package dev.ftctl.cli.connector;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.copy.CopyFields;
import dev.ftctl.export.copy.SetField;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.walk.Described;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
              + " group. Of a secret a reference, as in manifests.")
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
      copy(account, account.source(source), account.groups(targets), fields, target);
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
    List<SetField> fields = said.stream().map(field -> table.checked(field, groups)).toList();
    String wish = table.naming(fields).orElseGet(() -> account.calls(original));
    String called = name.isEmpty() ? account.name(wish, groups) : name;
    var asked = new Asked(called, groups, fields, isWithSchema);
    var used = new UsedVariables(run, project, account.described()).all();
    var copying = new Copying(run, project, account, original, lives, used, asked);
    requireFree(account, copying.identities(), table);
    Copied copied = copying.made();
    requireFree(account, copied.resources(), table);
    var place = new CopyPlace(project.request(run).tree(), account.described().project());
    target.ifPresent(path -> place.requireBeside(path, copied, asked));
    var telling = new CopyTelling(run, common, original, account, asked);
    telling.asksFor(copied);
    target.ifPresentOrElse(
        path -> WholeFile.write(run.console().disk(), path, copied.text()),
        () -> run.output().document(copied.text()));
    telling.end(copied, file);
    target.ifPresent(path -> place.tell(run, path, file));
  }

  /// @throws RefusedException when a group has a connection of that name already
  private static void requireFree(CopyAccount account, List<Resource> copies, CopyFields table) {
    for (Resource copy : copies) {
      Optional<Live> taken = account.taken(copy);
      if (taken.isPresent()) {
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
                + table.namingField(copy.spec().mapping("config"))
                + "=…");
      }
    }
  }
}
