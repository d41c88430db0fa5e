package dev.ftctl.fivetran.answer;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.value.Value;
import feign.MethodMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The envelope `{"code", "message", "data"}` around every answer, taken off. Strict: what is not
/// the expected answer never looks like an empty one.
public final class AnswerEnvelope {

  private static final int NO_CONTENT = 204;
  private static final String NEXT_CURSOR = "next_cursor";

  private AnswerEnvelope() {}

  /// Whether a method of a Feign interface may return this type.
  public static boolean canReturn(Type type) {
    return type == Page.class
        || type == Value.Mapping.class
        || type == Envelope.class
        || type == SpooledFile.class
        || type == void.class;
  }

  /// The content of a successful answer, as the method wants it.
  ///
  /// @throws UnreadableAnswerException when it is none
  /// @throws IOException when the body broke off
  static Object content(MethodMetadata method, boolean isRead, int status, BoundedStream body)
      throws IOException {
    Object content = content(method.returnType(), skimOf(method), isRead, status, body);
    Holds holds = method.method().getAnnotation(Holds.class);
    if (holds != null && content instanceof Value.Mapping data) {
      check(data, holds.value());
    }
    return content;
  }

  static Optional<Skim> skimOf(MethodMetadata method) {
    return Optional.ofNullable(method.method().getAnnotation(Skim.class));
  }

  private static void check(Value.Mapping data, String[] needed) throws UnreadableAnswerException {
    if (Stream.of(needed).map(data::get).allMatch(Value::isBlank)) {
      throw new UnreadableAnswerException("the answer has no " + needed[0], false);
    }
    if (needed[0].equals("id") && !ObjectId.isUsable(data.text("id"))) {
      throw new UnreadableAnswerException("the answer's id is none", false);
    }
  }

  /// @param skim what is kept; all when empty
  public static Object content(
      Type type, Optional<Skim> skim, boolean isRead, int status, BoundedStream body)
      throws IOException {
    boolean isWhole = type == Envelope.class;
    if (status == NO_CONTENT && !isRead) {
      return isWhole ? new Envelope(status, Value.Mapping.EMPTY, "") : Value.Mapping.EMPTY;
    }
    Value.Mapping envelope = parse(body, skim);
    if (isWhole) {
      return new Envelope(status, envelope, "");
    }
    if (type == Page.class) {
      return page(envelope.get("data"));
    }
    if (envelope.get("data") instanceof Value.Mapping data) {
      return data;
    }
    if (isRead && type != void.class) {
      throw new UnreadableAnswerException("the answer has no data", false);
    }
    return Value.Mapping.EMPTY;
  }

  /// The envelope of an error, if it has one.
  static Optional<Value.Mapping> ofError(byte[] body) {
    try {
      return Optional.of(parse(whole(body), Optional.empty()));
    } catch (IOException notOurs) {
      return Optional.empty();
    }
  }

  static BoundedStream whole(byte[] body) {
    return new BoundedStream(new ByteArrayInputStream(body), BoundedStream.WHOLE);
  }

  private static Value.Mapping parse(BoundedStream body, Optional<Skim> skim) throws IOException {
    Value envelope;
    try {
      envelope = skim.isEmpty() ? ValueJson.read(body) : ValueJson.read(body, skim.get());
    } catch (UnreadableAnswerException unreadable) {
      throw unreadable;
    } catch (StreamConstraintsException endless) {
      throw new UnreadableAnswerException("the answer " + ValueJson.BOUNDS, false);
    } catch (JsonEOFException torn) {
      throw new UnreadableAnswerException("the answer ended too early", true);
    } catch (IOException foreign) {
      if (body.isBroken()) {
        throw foreign;
      }
      boolean isTorn = body.isCut();
      throw new UnreadableAnswerException(
          isTorn ? "the answer ended too early" : "the answer is not JSON", isTorn);
    }
    if (envelope instanceof Value.Mapping mapping) {
      return mapping;
    }
    throw new UnreadableAnswerException("the answer is not a JSON object", false);
  }

  private static Page page(Value data) throws UnreadableAnswerException {
    if (!(data instanceof Value.Mapping mapping
        && mapping.get("items") instanceof Value.Items list)) {
      throw new UnreadableAnswerException("the answer has no list of items", false);
    }
    List<Value.Mapping> items = new ArrayList<>();
    for (Value item : list.items()) {
      if (!(item instanceof Value.Mapping object)) {
        throw new UnreadableAnswerException("the answer lists something that is no object", false);
      }
      items.add(object);
    }
    // No cursor, null and an empty one all end a list (fivetran-quirks 1.5).
    return new Page(items, mapping.text(NEXT_CURSOR));
  }
}
