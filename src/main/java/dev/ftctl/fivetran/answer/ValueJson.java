package dev.ftctl.fivetran.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.MissingSecretException;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON to [Value] and back, by streaming: no tree in between, no reflection.
public final class ValueJson {

  private static final int DEEPEST = 100;

  /// Of an answer that is kept whole; each costs some 100 bytes of memory.
  private static final long MOST_TOKENS =
      Math.min(4_000_000, Runtime.getRuntime().maxMemory() / 256);

  /// What is said of an answer beyond the bounds of either factory.
  static final String BOUNDS =
      "is nested more than 100 levels deep, or holds more than "
          + MOST_TOKENS
          + " parts or one part that no answer has";

  /// Digits before or behind the point: more would make calculations endless.
  private static final int LONGEST_NUMBER = 1000;

  private static final int LONGEST_NAME = 60;

  private static final JsonFactory WHOLE = factory(MOST_TOKENS);
  private static final JsonFactory SKIMMED = factory(Long.MAX_VALUE);

  private ValueJson() {}

  // Field names of schema answers are table names, in the hundred thousands: interning would keep
  // them for good.
  private static JsonFactory factory(long tokens) {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxTokenCount(tokens)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .build();
  }

  static JsonFactory writing() {
    return WHOLE;
  }

  /// Reads one JSON value; numbers keep every digit.
  ///
  /// @throws JsonEOFException when the text ends too early
  /// @throws IOException when it is not JSON, or something follows the value
  public static Value read(String json) throws IOException {
    try (JsonParser parser = WHOLE.createParser(json)) {
      return whole(parser, ValueJson::value);
    }
  }

  /// As [#read(String)], from UTF-8 bytes; closes the stream.
  public static Value read(InputStream json) throws IOException {
    try (JsonParser parser = WHOLE.createParser(json)) {
      return whole(parser, ValueJson::value);
    }
  }

  /// An answer, of which only a part is kept.
  static Value read(InputStream json, Skim skim) throws IOException {
    try (JsonParser parser = SKIMMED.createParser(json)) {
      return whole(parser, new Skimming(skim)::envelope);
    }
  }

  /// The JSON that is sent: secrets and foreign texts in clear, each remembered by `redaction`;
  /// what is absent is left out.
  ///
  /// @throws MissingSecretException when a secret's source does not have it
  /// @throws IllegalStateException when the value holds a reference, which only a kind can turn
  ///   into an id
  public static String write(Value value, Redaction redaction) {
    return JsonWriter.write(
        value,
        part -> {
          if (part instanceof Value.Text text && text.origin().isForeign()) {
            redaction.rememberSent(text.text());
          }
          return part instanceof Value.Secret secret
              ? Optional.of(reveal(secret, redaction))
              : Optional.empty();
        });
  }

  /// The JSON that may be shown: secrets as `(secret)`, what came from the environment or a file as
  /// its source, references by name.
  public static String masked(Value value) {
    return JsonWriter.write(
        value,
        part ->
            switch (part) {
              case Value.Secret secret -> Optional.of("(secret)");
              case Value.Reference reference -> Optional.of(reference.target().label());
              case Value.Text text -> sourceOf(text);
              case Value.Num number -> sourceOf(number);
              case Value.Bool bool -> sourceOf(bool);
              case Value.Null nothing -> Optional.empty();
              case Value.Absent absent -> Optional.empty();
              case Value.Items items -> Optional.empty();
              case Value.Mapping mapping -> Optional.empty();
            });
  }

  private static String reveal(Value.Secret secret, Redaction redaction) {
    String name = secret.source().name();
    String text = secret.source().reveal().orElseThrow(() -> new MissingSecretException(name));
    redaction.remember(text);
    return text;
  }

  private static Optional<String> sourceOf(Value scalar) {
    return scalar.origin().printsAsSource()
        ? Optional.of("(" + scalar.origin().source() + ")")
        : Optional.empty();
  }

  private interface Reading {
    Value of(JsonParser parser) throws IOException;
  }

  private static Value whole(JsonParser parser, Reading reading) throws IOException {
    if (parser.nextToken() == null) {
      throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "the text is empty");
    }
    Value value = reading.of(parser);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "something follows the value");
    }
    return value;
  }

  /// The value that the parser stands at the begin of.
  static Value value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> Value.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(number(parser), Origin.LIVE);
      case VALUE_TRUE -> Value.bool(true);
      case VALUE_FALSE -> Value.bool(false);
      case VALUE_NULL -> Value.nothing();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new JsonParseException(parser, "unexpected " + parser.currentToken());
    };
  }

  /// A member that is named twice says two things, and nobody knows which one holds.
  static void put(Map<String, Value> entries, String key, Value value) throws IOException {
    if (entries.put(key, value) != null) {
      String shown = key.length() > LONGEST_NAME ? key.substring(0, LONGEST_NAME) + "…" : key;
      throw new UnreadableAnswerException("the answer says '" + shown + "' twice", false);
    }
  }

  private static BigDecimal number(JsonParser parser) throws IOException {
    BigDecimal number = parser.getDecimalValue();
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
      throw new UnreadableAnswerException("the answer " + BOUNDS, false);
    }
    return number;
  }

  private static Value mapping(JsonParser parser) throws IOException {
    var entries = new LinkedHashMap<String, Value>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      put(entries, key, value(parser));
    }
    return new Value.Mapping(entries, Map.of(), Origin.LIVE);
  }

  private static Value items(JsonParser parser) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return Value.items(items);
  }
}
