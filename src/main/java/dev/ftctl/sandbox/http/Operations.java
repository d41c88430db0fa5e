package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The operations that the API document has, whether the simulator answers them or not: their
/// methods, paths, and names of what a request holds.
public final class Operations {
  private static final List<Operation> ALL = read();
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern OLD_NAMES = Pattern.compile("/connectors(/|$)|/force/?$");

  private Operations() {}

  private static List<Operation> read() {
    try (var in = Operations.class.getResourceAsStream("operations.tsv")) {
      var bytes = Objects.requireNonNull(in, "operations.tsv").readAllBytes();
      return Operation.parseAll(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The one that a request means: of several that fit the path, that with the most words.
  static Optional<Operation> find(String method, List<String> segments) {
    return ALL.stream()
        .filter(each -> each.method().equals(method) && each.fits(segments))
        .max(Comparator.comparingInt(Operation::literals));
  }

  /// What of a request doesn't fit the document, as a reader of the request log wants to know it:
  /// the simulator takes some of it, as the API does.
  public static List<String> violations(Incoming incoming) {
    var found = new ArrayList<String>();
    if (OLD_NAMES.matcher(incoming.rawPath()).find()) {
      found.add("the path has a name of before 2025: connectors, force");
    }
    var operation = find(incoming.method(), incoming.segments());
    if (operation.isEmpty()) {
      found.add("the document has no such operation");
      return List.copyOf(found);
    }
    try {
      var body =
          incoming.body().length == 0 || operation.get().body() == Operation.Body.NOT_JSON
              ? MissingNode.getInstance()
              : JSON.readTree(incoming.body());
      found.addAll(operation.get().violations(incoming.query(), body));
    } catch (IOException malformed) {
      found.add("the body is not JSON");
    }
    return List.copyOf(found);
  }
}
