package dev.ftctl.drift;

import dev.ftctl.model.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a run of before found: which differences were told, and which schemas, tables and columns
/// there were, by hashes.
///
/// @param of what it was about
/// @param told by [Drift#key]
/// @param seen hashes of names, by hashes of connections' ids
/// @param undecided those of them that were told as new and that no line named at the last run
public record Memory(
    Of of,
    Map<String, Remembered> told,
    Map<String, Set<String>> seen,
    Map<String, Set<String>> undecided) {

  /// 48 bits: of the names of one connection hardly two are ever taken for one.
  private static final int NAME_BYTES = 6;

  /// Of which account and part of it.
  ///
  /// @param selection what narrowed the run, hashed; empty for all of the project
  public record Of(String account, String environment, String selection) {}

  public Memory {
    told = Map.copyOf(told);
    seen = Map.copyOf(seen);
    undecided = Map.copyOf(undecided);
  }

  /// A difference, and whether somebody heard of it before.
  public record Told(Drift drift, Status status, Optional<Instant> since) {}

  /// Whether a difference was told before.
  public enum Status {
    /// There is no memory to tell by, or it is nothing that is told once.
    UNKNOWN,
    /// It was not there at the last run.
    NEW,
    /// It was told before.
    STILL
  }

  /// What a survey is beside a memory.
  ///
  /// @param gone what was told before and is not there any more, oldest first
  /// @param next what to remember
  /// @param undecided what was told as new before, and no line names yet
  public record Judged(List<Told> told, List<Remembered> gone, Memory next, List<Drift> undecided) {
    public Judged {
      told = List.copyOf(told);
      gone = List.copyOf(gone);
      undecided = List.copyOf(undecided);
    }
  }

  /// @param before empty at the first run: then nothing counts as new
  public static Judged judge(Survey survey, Optional<Memory> before, Of of, Instant time) {
    Instant now = time.truncatedTo(ChronoUnit.SECONDS);
    var told = new ArrayList<Told>();
    Map<String, Remembered> remembered = new TreeMap<>();
    for (Drift drift : survey.drifts()) {
      if (drift.isWorthTelling()) {
        Optional<Remembered> known = before.flatMap(memory -> memory.known(drift.key()));
        Instant since = known.map(Remembered::since).orElse(now);
        remembered.put(drift.key(), Remembered.of(drift, since));
        told.add(new Told(drift, status(before, known), Optional.of(since)));
      } else {
        told.add(new Told(drift, Status.UNKNOWN, Optional.empty()));
      }
    }
    Elements elements = elements(survey, before);
    elements.fresh().forEach(drift -> told.add(new Told(drift, Status.NEW, Optional.of(now))));
    var gone = new ArrayList<Remembered>();
    before.ifPresent(memory -> gone.addAll(memory.gone(survey, remembered)));
    before.ifPresent(memory -> memory.keepUnseen(survey, remembered));
    var next = new Memory(of, remembered, elements.seen(), elements.undecided());
    return new Judged(told, gone, next, elements.known());
  }

  /// Of schema configurations.
  ///
  /// @param fresh what came since
  /// @param known what is undecided still
  private record Elements(
      List<Drift> fresh,
      List<Drift> known,
      Map<String, Set<String>> seen,
      Map<String, Set<String>> undecided) {}

  private static Elements elements(Survey survey, Optional<Memory> before) {
    Map<String, Set<String>> seen = new TreeMap<>();
    Map<String, Set<String>> undecided = new TreeMap<>();
    before.ifPresent(memory -> seen.putAll(memory.seen));
    before.ifPresent(memory -> undecided.putAll(memory.undecided));
    var fresh = new ArrayList<Drift>();
    var known = new ArrayList<Drift>();
    for (FoundPart part : survey.parts()) {
      String owner = hash(part.owner());
      Set<String> names = seen.get(owner);
      List<Drift> came = names == null ? List.of() : NewElements.of(part, names);
      List<Drift> open = NewElements.among(part, undecided.getOrDefault(owner, Set.of()));
      fresh.addAll(came);
      known.addAll(open);
      seen.put(owner, NewElements.names(part));
      Set<String> left = new TreeSet<>(NewElements.names(part, came));
      left.addAll(NewElements.names(part, open));
      undecided.put(owner, left);
      if (left.isEmpty()) {
        undecided.remove(owner);
      }
    }
    return new Elements(fresh, known, seen, undecided);
  }

  private Optional<Remembered> known(String key) {
    return Optional.ofNullable(told.get(key));
  }

  private static Status status(Optional<Memory> before, Optional<Remembered> known) {
    if (before.isEmpty()) {
      return Status.UNKNOWN;
    }
    return known.isPresent() ? Status.STILL : Status.NEW;
  }

  /// What differs in another way now is not gone.
  private List<Remembered> gone(Survey survey, Map<String, Remembered> now) {
    Set<String> still = new HashSet<>();
    now.values().forEach(one -> still.add(one.about()));
    return told.entrySet().stream()
        .filter(entry -> !now.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(one -> !still.contains(one.about()) && !isHidden(one, survey))
        .sorted(Comparator.comparing(Remembered::since).thenComparing(Remembered::about))
        .toList();
  }

  /// What can't be seen at present is neither gone nor told again.
  private void keepUnseen(Survey survey, Map<String, Remembered> remembered) {
    told.forEach((key, one) -> {
      if (isHidden(one, survey)) {
        remembered.putIfAbsent(key, one);
      }
    });
  }

  private static boolean isHidden(Remembered one, Survey survey) {
    return survey.unread().stream()
        .anyMatch(unread -> unread.isKind() && unread.what().equals(one.kind()));
  }

  /// A name that a file may tell without saying what it is.
  static String hash(String... parts) {
    var digest = new Digest();
    for (String part : parts) {
      digest.with(part);
    }
    byte[] bytes = HexFormat.of().parseHex(digest.hex().substring(0, 2 * NAME_BYTES));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Sorted, so that equal memories are equal bytes.
  static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }
}
