package dev.ftctl.cli;

import dev.ftctl.accept.Acceptance;
import dev.ftctl.accept.Accepted;
import dev.ftctl.accept.Asked;
import dev.ftctl.cli.accept.AcceptedCopies;
import dev.ftctl.cli.accept.AcceptedFiles;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.Memory;
import dev.ftctl.files.Disk;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.Traced;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.render.drift.AcceptJson;
import dev.ftctl.render.drift.AcceptMarkdown;
import dev.ftctl.render.drift.AcceptReport;
import dev.ftctl.render.drift.AcceptText;
import dev.ftctl.walk.DriftWalk;
import dev.ftctl.walk.EditTrial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The second half of `drift --accept`: from differences to written files.
///
/// @param addresses as the command line names them
record AcceptRun(
    Run run, CommonFlags common, AcceptFlags flags, List<String> addresses, Account account) {

  /// @param request of the run, over the same tree
  /// @param judged every difference, those too that came since an earlier run
  int of(DriftWalk.Drifted drifted, ReadRequest request, KeptTree tree, Memory.Judged judged) {
    List<Drift> drifts =
        Stream.concat(judged.told().stream().map(Memory.Told::drift), judged.undecided().stream())
            .toList();
    List<AddressPattern> patterns = patterns(drifted.desired(), drifts);
    Traced traced = Manifests.readTracing(request.of(tree).forAccount(), run.kinds().get());
    var trial = new EditTrial(request, tree, run.kinds().get(), drifted.again());
    Accepted chosen =
        new Acceptance(traced, run.kinds().get(), trial)
            .of(drifts, new Asked(patterns, flags.isUnmanaged, flags.fresh()));
    Disk disk = run.console().disk();
    Accepted texts = flags.isDiff ? chosen : new AcceptedFiles(disk, tree).write(chosen);
    Accepted done =
        new AcceptedCopies(account, drifted.ids(), run.kinds().get(), tree)
            .of(texts, Optional.of(disk).filter(real -> !flags.isDiff));
    ExitCode code =
        !drifted.survey().isComplete()
            ? ExitCode.BLOCKED
            : done.left().isEmpty() ? ExitCode.OK : ExitCode.PENDING;
    print(
        new AcceptReport(
            drifted.header(),
            drifted.base(),
            drifted.unreadBase(),
            done,
            drifted.survey().unread(),
            !flags.isDiff,
            code.number()));
    return code.number();
  }

  private List<AddressPattern> patterns(Desired desired, List<Drift> drifts) {
    Set<Address> known = new HashSet<>();
    for (Resource resource : desired.resources()) {
      known.add(resource.address());
    }
    drifts.forEach(drift -> known.add(drift.subject().address()));
    List<AddressPattern> patterns = addresses.stream().map(AddressPattern::new).toList();
    for (AddressPattern pattern : patterns) {
      if (!pattern.coversAny(known)) {
        String hint = pattern.hint(known);
        throw new RefusedException(
            Refusal.USAGE,
            "--accept " + pattern.text() + " covers nothing that is described or differs",
            hint.isEmpty()
                ? "With --accept addresses are named, as in connector/orders@analytics."
                : hint);
      }
    }
    return patterns;
  }

  private void print(AcceptReport report) {
    var text = new AcceptText(report, common.outPaint(run.console()), common.isQuiet);
    Forms<AcceptReport> forms =
        Forms.<AcceptReport>text(one -> one.isWritten() ? text.whole() : text.diff())
            .with(Format.JSON, AcceptJson::of)
            .with(Format.MARKDOWN, one -> AcceptMarkdown.of(one, new Forge(run.console()).links()));
    common.print(run.output(), forms.of(common.format, report));
    if (common.format == Format.TEXT && !report.isWritten()) {
      run.output().tellText(text.whole());
    }
  }
}
