package dev.ftctl.cli.api;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.render.Json;
import java.util.stream.Collectors;

/// A call as a line that a shell takes.
record CurlLine(Run run, CommonFlags common) {

  /// The only words that a shell is to expand.
  private static final String KEY = " -u \"$FIVETRAN_API_KEY:$FIVETRAN_API_SECRET\" ";

  void print(Call call, String base) {
    String line =
        call.curl(base).stream()
            .map(ShellWord::of)
            .collect(Collectors.joining(" "))
            .replaceFirst(" ", KEY.replace("$", "\\$"));
    common.print(
        run.output(), common.isJson() ? Json.text(Json.object().put("curl", line)) : line + "\n");
  }
}
