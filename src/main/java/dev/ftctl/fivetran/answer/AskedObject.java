package dev.ftctl.fivetran.answer;

import dev.ftctl.model.value.Value;
import feign.MethodMetadata;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The object that a path asks for by its id. An answer about another one, as a cache may give it,
/// would be compared with what the manifests say of this one, and what differs would be written.
///
/// @param id that was asked for; empty where the path ends with none
record AskedObject(String id) {

  private static final String ID = "id";
  private static final String LAST = "/{" + ID + "}";

  /// @param path as it was sent
  static AskedObject of(MethodMetadata method, String path) {
    Holds holds = method.method().getAnnotation(Holds.class);
    boolean isOne =
        holds != null
            && List.of(holds.value()).contains(ID)
            && method.template().path().endsWith(LAST);
    // Such paths are percent-encoded in full, so a plus is none.
    return new AskedObject(
        isOne
            ? URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
            : "");
  }

  /// @throws UnreadableAnswerException when the answer is about another
  void check(Value.Mapping answer) throws UnreadableAnswerException {
    if (!id.isEmpty() && !answer.text(ID).equals(id)) {
      throw new UnreadableAnswerException("the answer is about another object", false);
    }
  }
}
