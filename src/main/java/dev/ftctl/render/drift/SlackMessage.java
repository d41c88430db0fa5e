package dev.ftctl.render.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;

/// A message for Slack's incoming webhooks, in its blocks: at most 50 of them, each text at most
/// 3,000 characters.
final class SlackMessage {

  static final int MOST_BLOCKS = 50;
  static final int LONGEST_TEXT = 3_000;
  static final int LONGEST_VALUE = 600;
  private static final int LONGEST_HEADER = 150;

  private final ObjectNode json = Json.object();
  private final ArrayNode blocks = json.putArray("blocks");
  private final String title;

  /// @param where the account and environment; may be empty
  SlackMessage(String where) {
    title = where.isEmpty() ? "ftctl drift" : "ftctl drift · " + where;
    block("header")
        .putObject("text")
        .put("type", "plain_text")
        .put("text", cut(title, LONGEST_HEADER));
  }

  int size() {
    return blocks.size();
  }

  void section(String text) {
    block("section").putObject("text").put("type", "mrkdwn").put("text", cut(text, LONGEST_TEXT));
  }

  private ObjectNode block(String type) {
    return blocks.addObject().put("type", type);
  }

  void context(String text) {
    block("context").putArray("elements").addObject().put("type", "mrkdwn").put("text", text);
  }

  /// The body of the call.
  ///
  /// @param closing what a notification shows behind the title
  String text(String closing) {
    json.put("text", cut(title + ": " + closing, LONGEST_TEXT));
    return Json.text(json);
  }

  static String code(String text) {
    return "`" + escaped(text, LONGEST_VALUE).replace('`', '\'') + "`";
  }

  /// Slack's three active characters, so that no name mentions or links anything; nothing is cut
  /// within one of their words.
  static String escaped(String text, int longest) {
    var escaped = new StringBuilder();
    for (int point : English.printable(text).codePoints().toArray()) {
      String one =
          switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
          };
      if (escaped.length() + one.length() >= longest) {
        return escaped.append('…').toString();
      }
      escaped.append(one);
    }
    return escaped.toString();
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
