package dev.ftctl.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

/// One pass of the formatter: where each line of a text begins, told by the tokens on it, and the
/// text with its lines moved there.
final class Reflow {

  private final String source;
  private final List<Line> lines;
  private final TokenWalk walk;

  /// @param source with `\n` as line end, readable as YAML
  Reflow(String source) {
    this.source = source;
    this.lines = source.lines().map(Line::new).toList();
    this.walk = new TokenWalk(lines);
  }

  String text() {
    var settings = LoadSettings.builder().setCodePointLimit(2 * Yaml.LARGEST).build();
    var scanner = new ScannerImpl(settings, new StreamReader(settings, source));
    while (scanner.hasNext()) {
      Token token = scanner.next();
      walk.take(token);
    }
    placeComments();
    var texts = new ArrayList<>(lines.stream().map(Line::text).toList());
    return ended(texts);
  }

  /// Comments stand as deep as what they are about: the line that follows when they were aligned
  /// with it, else whatever open block they were aligned with.
  private void placeComments() {
    Optional<Line> next = Optional.empty();
    var following = new ArrayList<Optional<Line>>();
    for (Line line : lines.reversed()) {
      following.add(next);
      next = line.isStructural() ? Optional.of(line) : next;
    }
    Optional<Line> previous = Optional.empty();
    for (int index = 0; index < lines.size(); index++) {
      Line line = lines.get(index);
      if (line.isComment()) {
        line.moveTo(column(line.indent(), previous, following.get(lines.size() - 1 - index)));
      }
      previous = line.isStructural() ? Optional.of(line) : previous;
    }
  }

  private static int column(int column, Optional<Line> previous, Optional<Line> next) {
    if (next.filter(line -> line.indent() == column).isPresent()) {
      return next.get().newIndent();
    }
    var open = new ArrayList<Block>();
    next.ifPresent(line -> open.addAll(line.open()));
    previous.ifPresent(line -> open.addAll(line.open().reversed()));
    Optional<Block> same = open.stream().filter(block -> block.column() == column).findFirst();
    if (same.isPresent()) {
      return same.get().newColumn();
    }
    Optional<Block> around =
        open.stream()
            .filter(block -> block.column() < column)
            .max(java.util.Comparator.comparingInt(Block::column));
    return around.map(Block::newColumn).or(() -> next.map(Line::newIndent)).orElse(0);
  }

  /// With one line end at the end, except where it or the blank lines before it are part of a block
  /// scalar.
  private String ended(List<String> texts) {
    boolean endsInScalar = !lines.isEmpty() && lines.getLast().isScalarContent();
    if (endsInScalar && (walk.keepsLineEnds() || !source.endsWith("\n"))) {
      return String.join("\n", texts) + (source.endsWith("\n") ? "\n" : "");
    }
    while (!texts.isEmpty() && texts.getLast().isEmpty()) {
      texts.removeLast();
    }
    return texts.isEmpty() ? "" : String.join("\n", texts) + "\n";
  }
}
