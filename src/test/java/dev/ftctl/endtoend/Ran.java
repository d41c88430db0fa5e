package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// What a command left behind: its exit code and what it printed.
record Ran(int code, String out, String err) {

  private static final JsonMapper JSON = new JsonMapper();

  String all() {
    return out + err;
  }

  JsonNode json() {
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("stdout is no JSON:\n" + out, malformed);
    }
  }

  /// The printed changes with their fields, one line each, blanks folded: no header, no counts of
  /// what is unchanged.
  List<String> changes() {
    return out.lines()
        .filter(line -> line.matches("([+~→-]|-/\\+) .*|    [^ #].*"))
        .map(line -> line.strip().replaceAll(" +", " "))
        .toList();
  }

  @Override
  public String toString() {
    return "exit " + code + "\n--- stdout\n" + out + "--- stderr\n" + err;
  }
}
