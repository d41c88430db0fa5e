package dev.ftctl.model.address;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The product that a misspelt name of one means (`postgers`, `googel_ads`). Products have names
/// that resemble others by their nature: `github` is no typo of `gitlab`, nor `google_analytics_5`
/// of `google_analytics_4`, and to be led to another product is worse than to be led nowhere. So
/// only what looks like a slip counts: in one word, few letters, the first one and all digits
/// right.
public final class NearProduct {

  private static final int SHORTEST_STEM = 5;
  private static final int LONGEST_ENDING = 4;

  private NearProduct() {}

  /// The nearest; empty where nothing looks like a slip.
  public static Optional<String> of(String wrong, Collection<String> products) {
    String folded = wrong.toLowerCase(Locale.ROOT).replace('-', '_');
    return products.stream()
        .map(product -> new Scored(product, slips(folded, product.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.slips >= 0)
        .min(Comparator.comparingInt(Scored::slips).thenComparing(Scored::product))
        .map(Scored::product);
  }

  private record Scored(String product, int slips) {}

  /// How many; less than none where it is another name.
  private static int slips(String wrong, String product) {
    List<String> here = List.of(wrong.split("_"));
    List<String> there = List.of(product.split("_"));
    if (here.size() != there.size()) {
      return slipsOfWord(wrong.replace("_", ""), product.replace("_", ""), false);
    }
    int slips = 0;
    int words = 0;
    for (int i = 0; i < here.size(); i++) {
      if (!here.get(i).equals(there.get(i))) {
        slips = slipsOfWord(here.get(i), there.get(i), true);
        words++;
      }
    }
    return words <= 1 ? slips : -1;
  }

  private static int slipsOfWord(String wrong, String word, boolean mayEndOtherwise) {
    if (!digits(wrong).equals(digits(word)) || !beginsAlike(wrong, word)) {
      return -1;
    }
    int edits = Near.distance(wrong, word);
    int longest = Math.max(wrong.length(), word.length());
    int most = longest < 4 ? 0 : longest < 9 ? 1 : 2;
    return edits <= most || mayEndOtherwise && isEnding(wrong, word) ? edits : -1;
  }

  /// `postgresql` for `postgres`, `mongodb` for `mongo`.
  private static boolean isEnding(String wrong, String word) {
    String shorter = wrong.length() < word.length() ? wrong : word;
    String longer = wrong.length() < word.length() ? word : wrong;
    return shorter.length() >= SHORTEST_STEM
        && longer.startsWith(shorter)
        && longer.length() - shorter.length() <= LONGEST_ENDING;
  }

  /// The first letter is seldom missed; the first two may be swapped.
  private static boolean beginsAlike(String wrong, String word) {
    if (wrong.isEmpty() || word.isEmpty()) {
      return wrong.equals(word);
    }
    return wrong.charAt(0) == word.charAt(0)
        || wrong.length() > 1
            && word.length() > 1
            && wrong.charAt(0) == word.charAt(1)
            && wrong.charAt(1) == word.charAt(0);
  }

  private static String digits(String word) {
    return word.replaceAll("\\D", "");
  }
}
