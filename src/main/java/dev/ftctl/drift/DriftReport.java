package dev.ftctl.drift;

import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.plan.Plan;
import java.time.Instant;
import java.util.List;

/// Everything that a report of drift says.
///
/// @param base what the manifests were compared with, empty for nothing; `unreadBase` says why that
///   could not be done
/// @param memory whether there is one to tell by what is new
/// @param gone what was told before and is not there any more
public record DriftReport(
    Plan.Header header,
    String base,
    List<String> unreadBase,
    Comparison memory,
    List<Told> told,
    List<Remembered> gone,
    List<NotRead> unread,
    Instant now,
    int exitCode) {

  /// Whether it is known what was there before.
  public enum Comparison {
    /// Nobody asked.
    NONE,
    /// There is nothing yet to compare with: what is found is remembered, and nothing counts as
    /// new.
    FIRST,
    /// Compared.
    DONE,
    /// Not everything could be read, so nothing is said of what is new or gone.
    INCOMPLETE
  }

  public DriftReport {
    unreadBase = List.copyOf(unreadBase);
    told = List.copyOf(told);
    gone = List.copyOf(gone);
    unread = List.copyOf(unread);
  }

  /// The same with what the command ends with.
  public DriftReport ending(int code) {
    return new DriftReport(header, base, unreadBase, memory, told, gone, unread, now, code);
  }

  public List<Told> of(DriftClass sort) {
    return told.stream().filter(one -> one.drift().sort() == sort).toList();
  }

  /// What breaks the manifests and was not only asked for by them.
  public List<Told> breaches() {
    return told.stream().filter(one -> one.drift().isBreach()).toList();
  }

  public List<Told> intended() {
    return told.stream().filter(one -> one.drift().cause() == Cause.INTENDED).toList();
  }

  public List<Told> with(Status status) {
    return told.stream().filter(one -> one.status() == status).toList();
  }

  /// Whether everything that the manifests describe could be looked at, each line of it.
  public boolean isWhollyRead() {
    return unread.stream().allMatch(NotRead::isKind);
  }

  /// Whether every described object could be read at all.
  public boolean isComplete() {
    return unread.stream().noneMatch(NotRead::isWhole);
  }

  /// Whether there is anything that nobody has heard of.
  public boolean hasNews() {
    return memory != Comparison.DONE || !with(Status.NEW).isEmpty() || !gone.isEmpty();
  }

  /// Whether everything was looked at and nothing was found, what no manifest speaks of included.
  public boolean isClean() {
    return memory == Comparison.DONE
        && unread.isEmpty()
        && unreadBase.isEmpty()
        && told.stream().allMatch(one -> one.drift().sort() == DriftClass.NORMALISED);
  }
}
