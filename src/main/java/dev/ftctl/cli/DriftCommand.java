package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.cli.telling.ReadingProgress;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory;
import dev.ftctl.drift.MemoryFile;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Digest;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.StoppedMarkdown;
import dev.ftctl.render.drift.DriftJson;
import dev.ftctl.render.drift.DriftMarkdown;
import dev.ftctl.render.drift.DriftSlack;
import dev.ftctl.render.drift.DriftText;
import dev.ftctl.render.drift.StoppedSlack;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.DriftWalk;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl drift`: in what the account is not as the manifests say, and what they don't speak of.
/// Sends nothing but GET.
@Command(
    name = "drift",
    description = "Show what somebody changed in the account, by what it means.")
public final class DriftCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin NowFlag now = new NowFlag();

  @Mixin AcceptFlags accept = new AcceptFlags();

  /// What `--accept` names.
  private List<String> addresses = List.of();

  @Option(
      names = "--base",
      paramLabel = "REVISION",
      defaultValue = "",
      description =
          "A git revision, or auto for the one that apply --record noted: tell what was changed in"
              + " the account from what was changed in the manifests.")
  String base = "";

  @Option(
      names = "--since",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "Tell what is new and what is gone since the run that wrote FILE, and write it anew.")
  String since = "";

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description =
          "unmanaged: also what no manifest declares ends with 2; new: only what is new since FILE"
              + " does.")
  List<FailOn> failOn = List.of();

  /// What makes it end with 2.
  enum FailOn {
    UNMANAGED,
    NEW
  }

  private final Forms<DriftReport> forms =
      Forms.<DriftReport>text(this::text)
          .with(Format.JSON, DriftJson::of)
          .with(Format.MARKDOWN, this::markdown)
          .with(Format.GITHUB_ISSUE, this::issue)
          .with(Format.SLACK, DriftSlack::of);

  private final Run run;

  public DriftCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return forms.formats();
  }

  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    var pin = KnownPin.of(run, manifests, now);
    return Optional.of(
        format == Format.SLACK
            ? StoppedSlack.of(pin.shown(), problems)
            : StoppedMarkdown.DRIFT.of(
                pin.account(), pin.environment(), problems, new Forge(run.console()).links()));
  }

  @Override
  public Integer call() {
    if (accept.isAccept) {
      takeAddresses();
      refuseOtherReports();
    }
    accept.requireSense(!base.isEmpty(), !addresses.isEmpty(), !since.isEmpty());
    if (since.isEmpty()) {
      if (failOn.contains(FailOn.NEW)) {
        throw new RefusedException(
            Refusal.USAGE,
            "--fail-on new needs --since FILE, which says what is not new",
            "Give --since FILE, kept from one run to the next.");
      }
      return drift(Optional.empty(), Optional.empty());
    }
    var file = new MemoryFile(run.console().folder().resolve(since), since);
    Optional<Memory> before = file.read();
    if (accept.isAccept) {
      // What it tells is told by the runs that look for it.
      return drift(before, Optional.empty());
    }
    try (var output = NamedOutput.openOwn(run.console().disk(), file.file())) {
      return drift(before, Optional.of(output));
    }
  }

  /// What stands on the command line is an address where it begins as one does, and where there is
  /// no such file.
  private void takeAddresses() {
    List<String> words = manifests.paths;
    addresses = words.stream().filter(this::isAddress).toList();
    manifests.paths = words.stream().filter(word -> !isAddress(word)).toList();
  }

  private boolean isAddress(String word) {
    int slash = word.indexOf('/');
    boolean isOfKind =
        slash > 0 && run.kinds().get().withSlug(word.substring(0, slash)).isPresent();
    return isOfKind || !Files.exists(run.console().folder().resolve(word));
  }

  private void refuseOtherReports() {
    boolean isReport = common.format == Format.SLACK || common.format == Format.GITHUB_ISSUE;
    if (isReport || !failOn.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          (isReport ? "--format slack and github-issue report" : "--fail-on is about")
              + " what there is, and --accept writes it",
          "Leave one of them out.");
    }
  }

  private int drift(Optional<Memory> before, Optional<NamedOutput> output) {
    Instant time = now.instant(run.console().clock());
    ReadRequest plain = manifests.request(run, time);
    var tree = new KeptTree(plain.tree());
    ReadRequest request = accept.isAccept ? plain.of(tree) : plain;
    var source = new DesiredSource.Files(request, run.console().folder(), base);
    var warnings = new Warnings(run, common);
    try (var account = new AccountOpening(desired -> opened(desired, warnings));
        ReadingProgress progress = ReadingProgress.of(run, common)) {
      DriftWalk.Drifted drifted = new DriftWalk(run.kinds().get()).look(source, account, progress);
      warnings.tell(drifted.named(), drifted.desired().sources());
      warnings.tellUncovered(drifted.uncovered(), drifted.desired().sources());
      var of =
          new Memory.Of(
              drifted.header().accountId(), drifted.header().environment(), selection(request));
      before.ifPresent(memory ->
          new MemoryFile(run.console().folder().resolve(since), since).requireFitting(memory, of));
      if (accept.isAccept) {
        Memory.Judged judged = Memory.judge(drifted.survey(), before, of, time);
        return new AcceptRun(run, common, accept, addresses, account.account())
            .of(drifted, request, tree, judged);
      }
      return told(drifted, before, of, output, time);
    }
  }

  private int told(
      DriftWalk.Drifted drifted,
      Optional<Memory> before,
      Memory.Of of,
      Optional<NamedOutput> output,
      Instant time) {
    boolean isComplete = drifted.survey().isComplete();
    boolean isCompared = output.isPresent() && isComplete;
    Memory.Judged judged =
        Memory.judge(drifted.survey(), isCompared ? before : Optional.empty(), of, time);
    Comparison comparison =
        output.isEmpty()
            ? Comparison.NONE
            : !isComplete
                ? Comparison.INCOMPLETE
                : before.isEmpty() ? Comparison.FIRST : Comparison.DONE;
    var report =
        new DriftReport(
            drifted.header(),
            drifted.base(),
            drifted.unreadBase(),
            comparison,
            judged.told(),
            judged.gone(),
            drifted.survey().unread(),
            time,
            0);
    ExitCode code = code(report);
    run.summary().of(report.header().account());
    run.summary().differs(code == ExitCode.PENDING);
    run.summary().closes(DriftText.counts(report));
    print(report.ending(code.number()));
    // Whoever could not be told must be told at the next run.
    if (isCompared && run.output().isWhole()) {
      output.ifPresent(file -> MemoryFile.write(judged.next(), file));
    }
    return code.number();
  }

  private AccountFlags.Opened opened(Desired desired, Warnings warnings) {
    warnings.tell(desired);
    AccountFlags.Opened opened =
        accounts.open(run, false, Wire.of(run, common), desired.project().environment());
    opened.account().keepFiles(accept.isAccept);
    return opened;
  }

  /// What narrows the run; empty for all of the project.
  private static String selection(ReadRequest request) {
    if (!request.narrows() && request.since().isEmpty()) {
      return "";
    }
    var digest = new Digest();
    request.paths().stream().map(request.tree()::canonical).sorted().forEach(digest::with);
    new TreeMap<>(request.selectors()).forEach((key, text) -> digest.with(key).with(text));
    request.targets().stream().sorted().forEach(digest::with);
    request.since().ifPresent(changed -> digest.with("since").with(changed.revision()));
    return digest.hex();
  }

  /// What could not be read is never taken for in order.
  private ExitCode code(DriftReport report) {
    if (!report.isComplete()) {
      return ExitCode.BLOCKED;
    }
    boolean countsUndeclared = failOn.contains(FailOn.UNMANAGED);
    boolean isOnlyNew = failOn.contains(FailOn.NEW);
    boolean isFound =
        report.told().stream()
            .filter(one -> !isOnlyNew || one.status() == Memory.Status.NEW)
            .anyMatch(one ->
                switch (one.drift().sort()) {
                  case BREAKS -> one.drift().isBreach();
                  case UNMANAGED -> countsUndeclared;
                  case NEW -> countsUndeclared || isOnlyNew;
                  case NORMALISED -> false;
                });
    return isFound ? ExitCode.PENDING : ExitCode.OK;
  }

  private String markdown(DriftReport report) {
    return DriftMarkdown.of(report, new Forge(run.console()).links());
  }

  private String issue(DriftReport report) {
    return DriftMarkdown.issue(report, new Forge(run.console()).links());
  }

  private String text(DriftReport report) {
    return DriftText.of(report, common.outPaint(run.console()), common.isVerbose(), common.isQuiet);
  }

  private void print(DriftReport report) {
    common.print(run.output(), forms.of(common.format, report));
  }
}
