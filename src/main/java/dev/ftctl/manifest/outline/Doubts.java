package dev.ftctl.manifest.outline;

import dev.ftctl.manifest.binding.KeptSecrets;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.Overlays;
import dev.ftctl.manifest.expansion.Beside;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Which outlines can't be taken for what their files would come to in this reading.
///
/// @param stale paths of files that have to be looked into
/// @param isHopeless whether every file has to
public record Doubts(Set<String> stale, boolean isHopeless) {

  /// Far from what a project may come to.
  private static final int MOST_VALUES = 2_500_000;

  private static final int MOST_RESOURCES = 20_000;

  public static final Doubts NONE = new Doubts(Set.of(), false);
  public static final Doubts HOPELESS = new Doubts(Set.of(), true);

  public Doubts {
    stale = Set.copyOf(stale);
  }

  public boolean isNone() {
    return stale.isEmpty() && !isHopeless;
  }

  /// @param read which outlines were taken for their files
  /// @param written documents of the other files
  /// @param drafts of all files
  /// @param lines of a file, by its path, up to some line at least
  public static Doubts of(
      Outlines read,
      Beside beside,
      List<Document> written,
      Overlays overlays,
      List<Draft> drafts,
      ExpansionContext reading,
      BiFunction<String, Integer, List<String>> lines) {
    Map<String, FileOutline> outlines = read.passed();
    if (outlines.isEmpty()) {
      return NONE;
    }
    var stale = new TreeSet<String>();
    var meanings = new Meanings(drafts);
    // Many files write their secrets in the same words.
    var judged = new HashMap<Node.Scalar, Boolean>();
    Predicate<Node.Scalar> right =
        scalar -> judged.computeIfAbsent(scalar, one -> KeptSecrets.isRight(reading, one));
    outlines.forEach((path, outline) -> {
      if (!meanings.of(outline.names()).equals(outline.meaning())
          || !read.isJudged() && !areRight(outline, path, right, lines)) {
        stale.add(path);
      }
    });
    beside.documents().stream()
        .filter(document -> overlays.of(document).isPresent())
        .forEach(document -> stale.add(document.file()));
    return new Doubts(
        stale, !reading.isWhole() || isTwice(beside, written, drafts) || isLarge(outlines, drafts));
  }

  private static boolean isTwice(Beside beside, List<Document> written, List<Draft> drafts) {
    var addresses = new HashSet<Address>();
    var names = new HashSet<Address>();
    return !drafts.stream().map(Draft::address).allMatch(addresses::add)
        || !beside.documents().stream().map(Doubts::name).allMatch(names::add)
        || written.stream().map(Doubts::name).anyMatch(names::contains);
  }

  private static Address name(Document document) {
    return Address.of(document.kind().slug(), document.metadata().name());
  }

  private static boolean isLarge(Map<String, FileOutline> outlines, List<Draft> drafts) {
    long values = outlines.values().stream().mapToLong(FileOutline::values).sum();
    return values > MOST_VALUES || drafts.size() > MOST_RESOURCES;
  }

  /// Whether there is nothing to tell of the secrets, in this run's environment.
  private static boolean areRight(
      FileOutline outline,
      String path,
      Predicate<Node.Scalar> right,
      BiFunction<String, Integer, List<String>> lines) {
    if (outline.secrets().isEmpty()) {
      return true;
    }
    int last = outline.secrets().stream().mapToInt(FileOutline.Spot::line).max().orElse(1);
    List<String> all = lines.apply(path, last);
    return outline.secrets().stream()
        .allMatch(spot -> spot.isIn(all) && right.test(scalar(spot, all)));
  }

  private static Node.Scalar scalar(FileOutline.Spot spot, List<String> lines) {
    return new Node.Scalar(
        spot.text(lines), spot.sort() == FileOutline.Spot.Sort.PLAIN, SourceLocation.NONE);
  }
}
