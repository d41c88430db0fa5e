package dev.ftctl.cli.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.generate.DbtSource;
import dev.ftctl.generate.SourceFiles;
import dev.ftctl.generate.Style;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Optional;

/// What was generated, as JSON.
final class SourcesJson {

  private SourcesJson() {}

  static String of(
      List<DbtSource> sources, Optional<SourceFiles.Result> result, boolean isCheck, int exitCode) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-dbt-sources/v1");
    ArrayNode all = json.putArray("sources");
    sources.forEach(source -> all.add(Json.of(source.entry(Style.CONFIG))));
    result.ifPresent(done -> {
      json.set(isCheck ? "outdated" : "written", Json.texts(done.texts().keySet()));
      json.put("same", done.same());
      json.set("gone", Json.texts(done.gone()));
      json.set("left", Json.texts(done.left()));
    });
    json.put("exit_code", exitCode);
    return Json.text(json);
  }
}
