package dev.ftctl.fivetran.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/// Writes a [Value] as JSON; what becomes of secrets is the caller's decision.
final class JsonWriter {

  private final JsonGenerator out;
  private final Function<Value, Optional<String>> stead;

  private JsonWriter(JsonGenerator out, Function<Value, Optional<String>> stead) {
    this.out = out;
    this.stead = stead;
  }

  /// @param stead the text that is written in place of a value; must know one for every secret
  static String write(Value value, Function<Value, Optional<String>> stead) {
    var text = new StringWriter();
    try (JsonGenerator out = ValueJson.writing().createGenerator(text)) {
      new JsonWriter(out, stead).write(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  private void write(Value value) throws IOException {
    Optional<String> replaced = stead.apply(value);
    if (replaced.isPresent()) {
      out.writeString(replaced.get());
      return;
    }
    switch (value) {
      case Value.Null nothing -> out.writeNull();
      case Value.Text text -> out.writeString(text.text());
      case Value.Num number -> out.writeNumber(number.number());
      case Value.Bool bool -> out.writeBoolean(bool.flag());
      case Value.Items items -> writeItems(items);
      case Value.Mapping mapping -> writeMapping(mapping);
      case Value.Absent absent -> throw new IllegalStateException("an absent value has no JSON");
      case Value.Secret secret -> throw new IllegalStateException("a secret without a text");
      case Value.Reference reference ->
          throw new IllegalStateException("the reference " + reference.target() + " is not an id");
    }
  }

  private void writeMapping(Value.Mapping mapping) throws IOException {
    out.writeStartObject();
    for (var entry : mapping.entries().entrySet()) {
      if (!entry.getValue().isAbsent()) {
        out.writeFieldName(entry.getKey());
        write(entry.getValue());
      }
    }
    out.writeEndObject();
  }

  private void writeItems(Value.Items items) throws IOException {
    out.writeStartArray();
    for (Value item : items.items()) {
      write(item);
    }
    out.writeEndArray();
  }
}
