package dev.ftctl.kinds.hybridagent;

import dev.ftctl.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What an agent logs in with, as its software takes it: a token, or three files by their names.
/// Answers hold them in Base64.
final class AgentLogin {

  private static final String TOKEN = "token";
  private static final String FILES = "files";

  /// The members of `files` in answers, with the files' names.
  private static final Map<String, String> NAMED =
      Map.of(
          "config_json", "config.json",
          "auth_json", "auth.json",
          "docker_compose_yaml", "docker-compose.yaml");

  /// What `auth_type: AUTO` is told.
  static final List<String> AUTO = List.of(TOKEN);

  /// What `auth_type: MANUAL` is told; with fewer of them no agent starts.
  static final List<String> MANUAL = List.of("config.json", "auth.json", "docker-compose.yaml");

  static final List<String> NAMES = Stream.concat(AUTO.stream(), MANUAL.stream()).toList();

  private AgentLogin() {}

  /// The answer with each of them as a member of its own.
  static Value.Mapping told(Value.Mapping answer) {
    var told = new LinkedHashMap<>(answer.without(FILES).entries());
    told.computeIfPresent(TOKEN, (name, value) -> decoded(value));
    answer
        .mapping(FILES)
        .entries()
        .forEach((member, value) -> {
          String name = NAMED.get(member);
          if (name != null) {
            told.put(name, decoded(value));
          }
        });
    return Value.Mapping.of(told);
  }

  /// What is no Base64 is handed out as it came: it is told once.
  private static Value decoded(Value value) {
    if (!(value instanceof Value.Text) || value.isBlank()) {
      return value;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(value.asText());
      String text = new String(bytes, StandardCharsets.UTF_8);
      boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
      return isText ? Value.text(text) : value;
    } catch (IllegalArgumentException plain) {
      return value;
    }
  }
}
