package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.EnvNames;
import dev.ftctl.export.ManifestFiles;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.Adoption;
import dev.ftctl.export.account.HeldFiles;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.export.terraform.Sketches;
import dev.ftctl.export.terraform.StateDocuments;
import dev.ftctl.export.terraform.StateInventory;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl import terraform`: what a state of Terraform holds as manifests. Offline, unless the
/// state lacks a name and there are credentials; sends GETs only.
@Command(
    name = "terraform",
    description =
        "Write what a state of Terraform holds as manifests, and let Terraform forget it.")
public final class ImportTerraformCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ExportForm form = new ExportForm();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "A state (terraform state pull), or what terraform show -json prints; - for stdin.")
  List<String> files = List.of();

  @Option(
      names = {"-o", "--output-dir"},
      paramLabel = "DIR",
      defaultValue = "",
      description = "The project to write into; without it one stream of YAML is printed.")
  String target = "";

  @Option(
      names = "--handover",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write removed blocks, by which Terraform forgets what was carried over.")
  String handover = "";

  @Option(names = "--strict", description = "Exit 3 when something could not be carried over.")
  boolean isStrict;

  private final Run run;

  public ImportTerraformCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    KindList kinds = run.kinds().get();
    form.check(target.isEmpty(), common.isJson());
    var standing = StandingProject.read(run, project, folder(), kinds);
    var states = new StateFiles(run, common, accounts);
    Sketches sketches = states.read(files, standing.described(), kinds);
    var release = new ReleaseFile(run, handover);
    release.check();
    List<Resource> described = standing.described().resources();
    Inventory inventory = Adoption.of(kinds, StateInventory.of(sketches, described), described);
    List<Address> taken = described.stream().map(Resource::address).toList();
    AccountDocuments.Result all =
        AccountDocuments.of(
            kinds,
            inventory,
            taken,
            new EnvNames(standing.variables()),
            kind -> form.isFull || kind.partOf().isPresent());
    remember(all);
    var held = new HeldFiles(kinds, inventory);
    var code = new StateCode(sketches, run.console().folder(), files, folder());
    try (HeldCopies copies =
        target.isEmpty() ? HeldCopies.NONE : HeldCopies.of(code, held.in(all), folder())) {
      AccountDocuments.Result result =
          StateDocuments.finished(copies.in(all, held), sketches, unplaced(inventory, copies));
      var telling = new ImportTelling(run, common);
      telling.described(StateDocuments.described(all));
      write(states, new ExportFolder(run, folder(), form, standing, copies), result, inventory);
      telling.end(sketches.carried(), release, states.account().isPresent());
    }
    boolean isWhole = sketches.carried().left().isEmpty() && sketches.carried().notes().isEmpty();
    return (isStrict && !isWhole ? ExitCode.FOUND : ExitCode.OK).number();
  }

  /// Objects whose files have no place, by kind and id, each with the reason.
  private Map<String, String> unplaced(Inventory inventory, HeldCopies copies) {
    Map<String, String> unplaced = new LinkedHashMap<>();
    for (Inventory.Found found : inventory.objects()) {
      Live live = found.live();
      boolean isOfFile = run.kinds().get().ofSlug(live.kind()).definition().ofFile().isPresent();
      if (isOfFile && found.wanted().isEmpty() && !copies.isPlaced(live)) {
        String why =
            target.isEmpty()
                ? "is code, which goes into a folder alone: give -o DIR"
                : copies
                    .refusal(live)
                    .orElse("is code of what is described already, or not carried");
        unplaced.put(live.kind() + "/" + live.id(), why);
      }
    }
    return unplaced;
  }

  /// Not where the documents themselves are printed: no secret is in them, and a user may be called
  /// like a password.
  private void remember(AccountDocuments.Result all) {
    if (!target.isEmpty()) {
      all.variables().forEach(variable -> variable.known().ifPresent(run.redaction()::remember));
    }
  }

  private Path folder() {
    return run.console().folder().resolve(target).normalize();
  }

  private void write(
      StateFiles states, ExportFolder folder, AccountDocuments.Result result, Inventory inventory) {
    var telling = new ExportTelling(run, common, target);
    Folding.Result folding =
        ExportCommand.folded(
            form, run.kinds().get(), telling, result, folder.standing().variables());
    new ImportTelling(run, common).differing(new SharedValues(result, folding).differing());
    if (target.isEmpty()) {
      run.output().document(ManifestFiles.stream(folding.documents()));
      telling.printed(result);
    } else {
      telling.written(
          result, inventory.beside(), folder.write(states.account(), result, folding, inventory));
    }
  }
}
