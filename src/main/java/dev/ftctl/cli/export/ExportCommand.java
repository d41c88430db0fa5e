package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.ReadingProgress;
import dev.ftctl.export.Document;
import dev.ftctl.export.EnvNames;
import dev.ftctl.export.ManifestFiles;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.Adoption;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.export.account.Folds;
import dev.ftctl.export.account.HeldFiles;
import dev.ftctl.export.account.HeldFiles.Held;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.export.folding.JointSecrets;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.walk.Described;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl export`: what the account has as manifests, such that a plan finds nothing to do. Sends
/// GETs only.
@Command(
    name = "export",
    description = "Write what the account has as manifests; a plan of them changes nothing.")
public final class ExportCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ExportChoice choice = new ExportChoice();
  @Mixin ExportForm form = new ExportForm();
  @Mixin TemplateFlags template = new TemplateFlags();

  @Option(
      names = {"-o", "--output-dir"},
      paramLabel = "DIR",
      defaultValue = "",
      description = "The project to write into; without it one stream of YAML is printed.")
  String target = "";

  private final Run run;

  public ExportCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    KindList kinds = run.kinds().get();
    choice.over(kinds);
    form.check(target.isEmpty(), common.isJson());
    template.check(target.isEmpty());
    var standing = StandingProject.read(run, project, target(), kinds);
    Described described = standing.described();
    try (AccountFlags.Opened opened =
            accounts.open(run, false, Wire.of(run, common), described.project().environment());
        ReadingProgress progress = ReadingProgress.of(run, common)) {
      Account account = opened.account();
      described.requireAccount(account);
      Inventory inventory = read(account, standing, progress);
      List<Address> taken = described.resources().stream().map(Resource::address).toList();
      AccountDocuments.Result all =
          AccountDocuments.of(
              kinds, inventory, taken, new EnvNames(standing.variables()), kind -> form.isFull);
      var held = new HeldFiles(kinds, inventory);
      try (HeldCopies copies = copies(account, held.in(all))) {
        var folder = new ExportFolder(run, target(), form, standing, copies);
        return ended(copies.in(all, held), inventory, folder, account).number();
      }
    }
  }

  /// What is printed names files by the ids of what they are in.
  private HeldCopies copies(Account account, List<Held> held) {
    return target.isEmpty() || template.isAsked()
        ? HeldCopies.NONE
        : HeldCopies.of(account, run.kinds().get(), held, target());
  }

  private ExitCode ended(
      AccountDocuments.Result result, Inventory inventory, ExportFolder folder, Account account) {
    KindList kinds = run.kinds().get();
    var telling = new ExportTelling(run, common, target);
    telling.left(result, inventory);
    List<ApiFailure> failures = new ArrayList<>(telling.unread(inventory));
    if (!failures.isEmpty() && result.all().isEmpty()) {
      return ofNothing(failures);
    }
    failures.addAll(folder.copies().failures());
    if (template.isAsked()) {
      var folds = new Folds(kinds, result, Optional.empty());
      template.print(run.output(), AccountDocuments.documents(result), folds);
    } else {
      List<String> variables = folder.standing().variables();
      Folding.Result folding = folded(form, kinds, telling, result, variables);
      write(telling, result, folding, inventory, folder, account);
    }
    telling.partial(failures.size());
    return failures.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private Path target() {
    return run.console().folder().resolve(target).normalize();
  }

  /// Where nothing of what was chosen could be read: the most serious of the reasons.
  private static ExitCode ofNothing(List<ApiFailure> failures) {
    List<ExitCode> codes = failures.stream().map(ExitCode::ofFailure).toList();
    return Stream.of(ExitCode.DENIED, ExitCode.UNAVAILABLE)
        .filter(codes::contains)
        .findFirst()
        .orElse(ExitCode.FAILED);
  }

  private void write(
      ExportTelling telling,
      AccountDocuments.Result result,
      Folding.Result folding,
      Inventory inventory,
      ExportFolder folder,
      Account account) {
    if (target.isEmpty()) {
      run.output().document(ManifestFiles.stream(printed(result, folding)));
      telling.printed(result);
    } else {
      telling.gone(folder.standing().described().resources(), inventory);
      telling.written(
          result,
          inventory.beside(),
          folder.write(Optional.of(account.info()), result, folding, inventory));
    }
  }

  /// The new documents; where nothing is folded it is said what could be.
  ///
  /// @param names of variables that are taken
  static Folding.Result folded(
      ExportForm form,
      KindList kinds,
      ExportTelling telling,
      AccountDocuments.Result result,
      List<String> names) {
    List<String> used =
        Stream.concat(names.stream(), result.variables().stream().map(EnvEntry::name)).toList();
    Optional<JointSecrets> joint =
        form.isSharing ? Optional.of(new JointSecrets(new EnvNames(used))) : Optional.empty();
    var folds = new Folds(kinds, result, joint);
    Folding.Result folding = folds.fanOuts();
    if (!form.foldsFanOuts()) {
      telling.couldFold(folding);
      folding = folds.none();
    }
    return form.foldsRows() ? folds.rows(folding) : folding;
  }

  /// On the screen what is described already stands beside what is new.
  private static List<Document> printed(AccountDocuments.Result result, Folding.Result folding) {
    List<Document> all =
        new ArrayList<>(
            result.all().stream()
                .filter(written -> written.found().wanted().isPresent())
                .map(AccountDocuments.Written::document)
                .toList());
    all.addAll(folding.documents());
    return all;
  }

  private Inventory read(Account account, StandingProject standing, ReadingProgress progress) {
    List<Resource> described = standing.described().resources();
    Inventory inventory =
        Inventory.read(
            account, run.kinds().get(), described, choice.needed(), choice, this::depth, progress);
    choice.requireAllMet();
    Inventory adopted = Adoption.of(run.kinds().get(), inventory, described);
    return template.isAsked() ? adopted.alone() : adopted;
  }

  /// Of what a document describes all that it names is read; of settings that none describes only
  /// what somebody decided.
  private Interest depth(Kind kind, Found found) {
    if (found.wanted().isPresent()) {
      return new Interest.Named(found.wanted().get());
    }
    return form.isFull || kind.definition().partOf().isEmpty()
        ? new Interest.Whole()
        : new Interest.Deviations("");
  }
}
