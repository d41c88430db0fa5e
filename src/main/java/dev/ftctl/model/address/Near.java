package dev.ftctl.model.address;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The nearest right name for a wrong one.
public final class Near {

  /// No typo is looked for in a longer text; the work grows with the square of the length.
  private static final int LONGEST = 200;

  /// How long a list may be, in letters, that a message shows whole; and how many names one shows
  /// that is longer.
  private static final int MOST_LISTED = 300;

  private static final int FIRST_LISTED = 12;

  private Near() {}

  /// The candidate that a typo most likely meant: nearest by edits (a swap of neighbours counts
  /// one), ignoring case, at most a third of the length away (and at least one); ties by alphabet.
  /// Empty when nothing is near.
  public static Optional<String> of(String wrong, Collection<String> candidates) {
    if (wrong.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = wrong.toLowerCase(Locale.ROOT);
    int most = Math.max(1, wrong.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - wrong.length()) <= most)
        .map(candidate ->
            new Scored(candidate, distance(folded, candidate.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.edits <= most)
        .min(Comparator.comparingInt(Scored::edits).thenComparing(Scored::candidate))
        .map(Scored::candidate);
  }

  /// `did you mean 'host'?`, or empty text.
  public static String hint(String wrong, Collection<String> candidates) {
    return of(wrong, candidates).map(name -> "did you mean '" + name + "'?").orElse("");
  }

  /// All names in order, for a message that lists what there is; cut where they don't fit.
  public static String list(Collection<String> candidates) {
    return list(candidates, "");
  }

  /// @param command that lists all of them, named where they don't fit
  public static String list(Collection<String> candidates, String command) {
    List<String> sorted = candidates.stream().sorted().toList();
    String all = String.join(", ", sorted);
    if (all.length() <= MOST_LISTED) {
      return all;
    }
    String first = String.join(", ", sorted.subList(0, Math.min(FIRST_LISTED, sorted.size())));
    String rest = command.isEmpty() ? "" : "; " + command + " lists them";
    return first + ", … (" + sorted.size() + " in all" + rest + ")";
  }

  private record Scored(String candidate, int edits) {}

  static int distance(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : step(edits, left, right, i, j);
      }
    }
    return edits[left.length()][right.length()];
  }

  private static int step(int[][] edits, String left, String right, int i, int j) {
    int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1), edits[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
