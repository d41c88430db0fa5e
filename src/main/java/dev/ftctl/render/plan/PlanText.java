package dev.ftctl.render.plan;

import dev.ftctl.kind.Action;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.Compared;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.ProblemText;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// A plan as a person reads it. Equal reports give equal bytes.
public final class PlanText {

  private static final int NAMED = 3;

  private final PlanReport report;
  private final PlanLook look;
  private final List<String> lines = new ArrayList<>();

  private PlanText(PlanReport report, PlanLook look) {
    this.report = report;
    this.look = look;
  }

  /// The whole text, each line ended.
  public static String of(PlanReport report, PlanLook look) {
    return new PlanText(report, look).text();
  }

  private String text() {
    lines.add(look.paint().apply(Tone.STRONG, header(report.header())));
    lines.add("");
    dangers();
    entries();
    notices();
    policies();
    unmanaged();
    secrets();
    downstream();
    cost();
    closing();
    return Lines.of(lines);
  }

  private static String header(Plan.Header header) {
    var parts = new StringJoiner(" · ");
    parts.add("ftctl plan").add("account " + header.account());
    if (!header.environment().isEmpty()) {
      parts.add("environment " + header.environment());
    }
    parts.add(
        English.count(header.manifests(), "manifest")
            + ", "
            + English.count(header.resources(), "resource"));
    if (header.part().isChanged()) {
      parts.add(Compared.changed(header.part()));
    }
    return parts.toString();
  }

  /// What is let through and would be overlooked among plain changes.
  private void dangers() {
    int before = lines.size();
    for (Fold fold : Fold.all(report.entries(), look.isExpanded())) {
      for (String danger : fold.first().dangers()) {
        lines.add(
            look.paint().apply(Tone.BAD, "! " + fold.name() + ": " + English.printable(danger)));
      }
    }
    if (lines.size() > before) {
      lines.add("");
    }
  }

  private void entries() {
    var entryText = new EntryText(look);
    List<PlanReport.Entry> told =
        look.isQuiet()
            ? report.entries().stream()
                .filter(entry -> entry.action() != Action.NONE || !entry.blocks().isEmpty())
                .toList()
            : report.entries();
    for (Fold fold : Fold.all(told, look.isExpanded())) {
      lines.addAll(entryText.lines(fold));
    }
    boolean hidesFields =
        told.stream()
            .anyMatch(entry -> entry.action() == Action.CREATE && entry.findings().hasChanges());
    if (hidesFields && !look.isExpanded() && !look.isQuiet()) {
      lines.add(look.paint().apply(Tone.FAINT, "# fields of what is created: --expand"));
    }
    if (!told.isEmpty()) {
      lines.add("");
    }
  }

  private void notices() {
    for (Problem notice : report.notices()) {
      String place = notice.place().isKnown() ? notice.place() + ": " : "";
      String subject = notice.subject().isEmpty() ? "" : notice.subject() + ": ";
      String fix = notice.fix().isEmpty() ? "" : "; " + notice.fix();
      String word =
          notice.isError()
              ? "! blocked: "
              : "# " + notice.severity().name().toLowerCase(Locale.ROOT) + ": ";
      Tone tone = notice.isError() ? Tone.BAD : Tone.FAINT;
      lines.add(look.paint().apply(tone, word + place + subject + notice.message() + fix));
    }
    if (!report.notices().isEmpty()) {
      lines.add("");
    }
  }

  /// With the lines of the manifests, since the plan does not show them.
  private void policies() {
    var text = new ProblemText(report.policies().sources(), look.paint());
    for (Problem finding : report.policies().problems()) {
      if (finding.isError() || !look.isQuiet()) {
        lines.addAll(text.of(finding).lines().toList());
        lines.add("");
      }
    }
  }

  private void unmanaged() {
    if (look.isQuiet()) {
      return;
    }
    var parts = new StringJoiner("; ");
    if (!report.unmanaged().isEmpty()) {
      parts.add("Not managed: " + English.count(report.unmanaged().size(), "object"));
    }
    if (look.listsUnmanaged()) {
      lines.addAll(parts.toString().lines().toList());
      report.unmanaged().stream().map(Unmanaged::line).forEach(lines::add);
      parts = new StringJoiner("; ");
    }
    if (!report.unlooked().isEmpty()) {
      String begin = parts.length() == 0 ? "Not looked at: " : "not looked at: ";
      parts.add(begin + report.unlooked(look.listsUnmanaged()));
    }
    if (parts.length() > 0) {
      lines.add(parts + (look.listsUnmanaged() ? "" : " (--show-unmanaged)"));
    }
  }

  private void secrets() {
    long secrets = report.counts().secretsNotCompared();
    if (secrets > 0 && !look.isQuiet()) {
      lines.add(
          "Not compared: "
              + English.count(secrets, "secret")
              + (secrets == 1
                  ? " (--rotate-secrets sends it again)"
                  : " (--rotate-secrets sends them again)"));
    }
  }

  private void downstream() {
    if (report.impacts().manifest().isPresent()) {
      lines.add("Downstream: " + ImpactWords.whole(report.impacts()));
    }
  }

  private void cost() {
    Cost cost = report.cost();
    if (cost.steps() > 0 && !look.isQuiet()) {
      String tests =
          cost.setupTests() == 0
              ? ""
              : ", "
                  + cost.setupTests()
                  + " of them "
                  + (cost.setupTests() == 1 ? "runs" : "run")
                  + " setup tests";
      lines.add("Cost   " + English.count(cost.steps(), "step") + tests + ", " + cost.time());
      lines.add("Calls  " + cost.requests());
    }
  }

  private void closing() {
    if (!lines.getLast().isEmpty()) {
      lines.add("");
    }
    if (!report.hasChanges() && !report.isBlocked()) {
      lines.add(unchanged());
    }
    lines.add(look.paint().apply(Tone.STRONG, report.closing()));
  }

  /// What is open is told above; it must not be taken for an account as it should be.
  private String unchanged() {
    String where = look.isQuiet() ? "." : ", as told above.";
    if (report.cost().steps() > 0) {
      return "No field changes; apply goes on with what is not finished" + where;
    }
    List<String> unprotected = report.unprotected();
    if (!unprotected.isEmpty()) {
      return unprotected(unprotected);
    }
    long open = report.open();
    if (open > 0) {
      return "Nothing changes, and "
          + English.count(open, "resource")
          + (open == 1 ? " is" : " are")
          + " not in order"
          + where;
    }
    if (!report.unreadBase().isEmpty()) {
      return "Nothing changes in what can be read.";
    }
    return report.header().part().isNarrowed() || report.header().part().isChanged()
        ? "Nothing changes " + Compared.in(report.header()) + "."
        : "Nothing changes: the account is as the manifests say.";
  }

  private static String unprotected(List<String> open) {
    String more = open.size() > NAMED ? ", and " + (open.size() - NAMED) + " more" : "";
    return "Nothing changes, and not everything that the manifests exclude or hash is held: "
        + String.join(", ", open.subList(0, Math.min(NAMED, open.size())))
        + more
        + ".";
  }
}
