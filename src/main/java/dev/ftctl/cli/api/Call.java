package dev.ftctl.cli.api;

import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.fivetran.http.RequestHeaders;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call that is to be sent.
///
/// @param body what is secret in it stands there as such; empty for a verb without one
/// @param doubt why the API document has no such call; empty where it has
record Call(Verb verb, ApiPath path, Query query, Value.Mapping body, Optional<String> doubt) {

  /// `PATCH /v1/connections/x {"paused":true}`.
  String shown() {
    String sent = body.entries().isEmpty() ? "" : " " + ValueJson.masked(body);
    return verb + " " + path.encoded() + query.encoded() + sent;
  }

  /// Below the API's address.
  String target() {
    return path.encoded() + query.encoded();
  }

  boolean tellsASecretOnce() {
    return ToldOnce.isBy(verb, path.segments());
  }

  /// The same call of curl, which takes key and secret from the environment.
  List<String> curl(String base) {
    var words = new ArrayList<>(List.of("curl"));
    if (verb != Verb.GET) {
      words.addAll(List.of("-X", verb.name()));
    }
    words.addAll(List.of("-H", "Accept: " + RequestHeaders.accept(path.encoded())));
    if (verb.hasBody()) {
      words.addAll(
          List.of("-H", "Content-Type: application/json", "--data", ValueJson.masked(body)));
    }
    words.add(base + target());
    return List.copyOf(words);
  }
}
