package dev.ftctl.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.model.value.Value;

/// A state as people read it: JSON, four blanks deep, as it may be given back.
public final class StateJson {

  private static final DefaultIndenter DEEP = new DefaultIndenter("    ", "\n");

  private static final ObjectWriter WRITER =
      new JsonMapper()
          .writer(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(DEEP)
                  .withArrayIndenter(DEEP));

  private StateJson() {}

  public static String of(Value.Mapping state) {
    try {
      return WRITER.writeValueAsString(Json.of(state)) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
  }
}
