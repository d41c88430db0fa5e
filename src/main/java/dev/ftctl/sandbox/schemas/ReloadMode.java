package dev.ftctl.sandbox.schemas;

import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import java.util.Arrays;

/// What a reload does with selections (`exclude_mode`).
enum ReloadMode {
  PRESERVE,
  INCLUDE,
  EXCLUDE;

  static ReloadMode of(Call call) {
    var text = call.text("exclude_mode").orElse(PRESERVE.name());
    return Arrays.stream(values())
        .filter(mode -> mode.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> ApiError.invalid("Invalid value '" + text + "' of field 'exclude_mode'"));
  }
}
