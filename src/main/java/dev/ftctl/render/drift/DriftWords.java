package dev.ftctl.render.drift;

import dev.ftctl.drift.Cause;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.DriftClass;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.Remembered;
import dev.ftctl.render.Compared;
import dev.ftctl.render.English;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every format says in the same words.
final class DriftWords {

  private DriftWords() {}

  /// `live 15, manifest 60, base 60`, or what there is to say in words.
  static String values(Drift drift) {
    if (drift.what() != Drift.What.FIELD) {
      return drift.note();
    }
    var parts = new ArrayList<String>();
    String shown = drift.live().shown();
    if (drift.now().isSaid() || drift.base().isSaid()) {
      parts.add("live " + (shown.isEmpty() ? "(not set)" : shown));
      parts.add("manifest " + (drift.now().isSaid() ? drift.now().shown() : "(not there)"));
    } else {
      parts.add(shown.isEmpty() ? "(not set)" : shown);
    }
    if (drift.base().isSaid()) {
      parts.add("base " + drift.base().shown());
    }
    if (!drift.note().isEmpty()) {
      parts.add(drift.note());
    }
    return String.join(", ", parts);
  }

  /// `conflict`, `new`, `for 3 days`; empty where nothing is to be said.
  static String standing(Told one, Instant now) {
    var words = new ArrayList<String>();
    if (one.drift().cause() != Cause.UNKNOWN) {
      words.add(one.drift().cause().word());
    }
    if (one.status() == Status.NEW && one.drift().isWorthTelling()) {
      words.add("new");
    }
    if (one.status() == Status.STILL) {
      words.add("for " + age(one.since(), now));
    }
    return String.join(", ", words);
  }

  static String age(Optional<Instant> since, Instant now) {
    return since.map(then -> age(then, now)).orElse("");
  }

  /// `3 days`, `5 h`.
  static String age(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.isNegative()) {
      return English.duration(Duration.ZERO);
    }
    return age.toDays() < 1 ? English.duration(age) : English.count(age.toDays(), "day");
  }

  /// `connector/crm@eu config.host`.
  static String name(Remembered gone) {
    return gone.field().isEmpty() ? gone.address() : gone.address() + " " + gone.field();
  }

  /// What it comes to, in a sentence that claims no more than was looked at.
  static String closing(DriftReport report) {
    int breaches = report.breaches().size();
    if (breaches > 0) {
      return English.count(breaches, "difference")
          + (breaches == 1 ? " breaks the manifests" : " break the manifests")
          + (report.isComplete() ? "." : ", and not everything could be read.");
    }
    if (!report.isComplete()) {
      return "Not everything could be read: whether there is drift is not known.";
    }
    if (!report.isWhollyRead()) {
      return "Nothing was found that breaks the manifests, and not all of them is confirmed.";
    }
    if (!report.intended().isEmpty()) {
      return "No drift: what differs was changed in the manifests and is still to be applied.";
    }
    return "No drift "
        + Compared.in(report.header())
        + (report.isClean() ? ", and nothing undeclared or new beside it." : ".");
  }

  /// What of a class is not told since it could not be judged; empty for nothing.
  static String newJudgement(DriftReport report) {
    return switch (report.memory()) {
      case NONE -> "New schemas, tables and columns: not judged without --since FILE.";
      case FIRST -> "First run: what is there now is remembered, and nothing counts as new.";
      case INCOMPLETE ->
          "What is new or gone is not told, and FILE stays as it was, since not everything could be"
              + " read.";
      case DONE -> "";
    };
  }

  /// `3 break the manifests, 2 undeclared, 1 new, 4 in Fivetran's words; 1 intended`.
  static String counts(DriftReport report) {
    var parts = new ArrayList<String>();
    parts.add(report.breaches().size() + " breaking");
    parts.add(report.of(DriftClass.UNMANAGED).size() + " undeclared");
    if (report.memory() == Comparison.DONE) {
      parts.add(report.of(DriftClass.NEW).size() + " new under the policy");
    }
    if (!report.base().isEmpty() && report.unreadBase().isEmpty()) {
      parts.add(report.intended().size() + " intended");
    }
    parts.add(report.of(DriftClass.NORMALISED).size() + " normalised");
    return String.join(", ", parts);
  }

  static List<String> owners(List<Told> of) {
    return of.stream().flatMap(one -> one.drift().subject().owners().stream()).distinct().toList();
  }
}
