package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Item;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.PracticeError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `/export/csv`: all records as a file. Nothing is quoted; what would have to be is left out of
/// the values, commas and line breaks.
final class CsvExport implements Endpoint {

  private final boolean isEmpty;
  private final byte[] file;

  CsvExport(List<Item> items) {
    isEmpty = items.isEmpty();
    file = text(items).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Answer answer(Asked asked) {
    if (isEmpty) {
      throw new PracticeError(400, "No data available to export.");
    }
    return new Answer(
        200,
        "text/csv",
        Map.of("Content-Disposition", "attachment; filename=data_export.csv"),
        file,
        true);
  }

  private static String text(List<Item> items) {
    return items.isEmpty()
        ? ""
        : String.join(",", items.getFirst().fields().keySet())
            + "\n"
            + items.stream().map(CsvExport::line).collect(Collectors.joining());
  }

  private static String line(Item item) {
    return item.fields().values().stream()
        .map(value -> value.replaceAll("[\n\r,]", ""))
        .collect(Collectors.joining(",", "", "\n"));
  }
}
