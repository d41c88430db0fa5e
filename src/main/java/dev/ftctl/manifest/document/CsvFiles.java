package dev.ftctl.manifest.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.ftctl.manifest.expression.ForeignTexts;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Digest;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.model.value.Mark;
import dev.ftctl.yaml.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads CSV files: UTF-8 with or without a byte order mark, any line end, quotes as in RFC 4180.
/// Blank lines don't count, and neither does an empty cell behind the last column. Cells are texts
/// until the field that they fill says what type they have.
public final class CsvFiles {

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final FileTree tree;
  private final FileTexts texts;
  private final Sources sources;
  private final Digest digest;
  private final ForeignTexts foreign;

  public CsvFiles(
      FileTree tree, FileTexts texts, Sources sources, Digest digest, ForeignTexts foreign) {
    this.tree = tree;
    this.texts = texts;
    this.sources = sources;
    this.digest = digest;
    this.foreign = foreign;
  }

  record Table(List<String> columns, List<Row> rows) {
    static final Table EMPTY = new Table(List.of(), List.of());

    Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// @param place of its first cell
  record Row(Node.Mapping mapping, SourceLocation place) {
    String cell(String column) {
      return mapping.get(column).map(node -> ((Node.Scalar) node).text()).orElse("");
    }
  }

  private record Line(List<Node.Scalar> cells, SourceLocation place) {}

  /// @param path as the manifest names it
  /// @param use where it names it
  /// @param columns names in place of those of the header; empty for the header's
  Table read(
      String path, SourceLocation use, boolean hasHeader, List<String> columns, Report report) {
    String file = texts.file(use.file(), path);
    Mark mark = foreign.ofFile(file, "csv:" + path);
    var outside = ForeignTexts.refusal(mark, "what tells documents apart");
    if (outside.isPresent()) {
      outside.ifPresent(
          wrong -> report.error(use, wrong.rule(), wrong.message(), "keep it with the manifests"));
      return Table.EMPTY;
    }
    Filled text = FileTexts.read(tree, file, mark);
    if (!text.isKnown()) {
      text.missing()
          .forEach(missing -> report.error(use, missing.rule(), missing.message(), missing.fix()));
      return Table.EMPTY;
    }
    String shown = tree.shown(file);
    String content = text.text().startsWith("\uFEFF") ? text.text().substring(1) : text.text();
    digest.with("csv:" + path).with(content);
    sources.put(shown, content.lines().toList());
    List<Line> lines = lines(content, shown, report);
    if (lines.isEmpty()) {
      return Table.EMPTY;
    }
    List<String> names =
        columns.isEmpty()
            ? withoutTrailing(lines.getFirst().cells()).stream().map(Node.Scalar::text).toList()
            : columns;
    if (!isUnique(names, columns.isEmpty() ? lines.getFirst().place() : use, report)) {
      return Table.EMPTY;
    }
    return table(names, hasHeader ? lines.subList(1, lines.size()) : lines, report);
  }

  private static List<Line> lines(String content, String file, Report report) {
    var lines = new ArrayList<Line>();
    try (CsvParser parser = FACTORY.createParser(content)) {
      // The array of all lines.
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        var cells = new ArrayList<Node.Scalar>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
          cells.add(new Node.Scalar(parser.getText(), false, place(parser, file)));
        }
        boolean isBlank = cells.size() == 1 && cells.getFirst().text().isBlank();
        if (!cells.isEmpty() && !isBlank) {
          lines.add(new Line(cells, cells.getFirst().place()));
        }
      }
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      report.error(
          SourceLocation.of(file, at == null ? 1 : Math.max(1, at.getLineNr()), 1),
          "csv-syntax",
          "the CSV can't be read from here on",
          "look for a quote that is not closed or stands inside a cell");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return lines;
  }

  private static SourceLocation place(CsvParser parser, String file) {
    JsonLocation at = parser.currentTokenLocation();
    return SourceLocation.of(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private static List<Node.Scalar> withoutTrailing(List<Node.Scalar> cells) {
    return cells.size() > 1 && cells.getLast().text().isEmpty()
        ? cells.subList(0, cells.size() - 1)
        : cells;
  }

  private static boolean isUnique(List<String> names, SourceLocation place, Report report) {
    var seen = new HashSet<String>();
    for (String name : names) {
      if (name.isBlank() || !seen.add(name)) {
        report.error(
            place,
            "csv-header",
            name.isBlank()
                ? "a column has no name"
                : "two columns are called '" + Types.excerpt(name) + "'",
            "give each column a name of its own, or name them with 'columns:'");
        return false;
      }
    }
    return true;
  }

  private static Table table(List<String> names, List<Line> lines, Report report) {
    var rows = new ArrayList<Row>();
    for (Line line : lines) {
      List<Node.Scalar> cells =
          line.cells().size() == names.size() + 1 ? withoutTrailing(line.cells()) : line.cells();
      if (cells.size() == names.size()) {
        rows.add(row(names, cells, line.place()));
      } else {
        report.error(
            cells.size() > names.size() ? cells.get(names.size()).place() : line.place(),
            "cell-count",
            "the row has %s, and there %s"
                .formatted(
                    cells.size() == 1 ? "1 cell" : cells.size() + " cells",
                    names.size() == 1 ? "is 1 column" : "are " + names.size() + " columns"),
            "quote a cell that holds a comma");
      }
    }
    return new Table(names, rows);
  }

  private static Row row(List<String> names, List<Node.Scalar> cells, SourceLocation place) {
    var entries = new LinkedHashMap<String, Node.Entry>();
    for (int index = 0; index < names.size(); index++) {
      Node.Scalar cell = cells.get(index);
      entries.put(names.get(index), new Node.Entry(cell.place(), cell));
    }
    return new Row(new Node.Mapping(entries, place), place);
  }
}
