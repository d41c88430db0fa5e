package dev.ftctl.endtoend;

import java.util.List;

/// Texts that act on what shows them, unless that is prevented.
final class Nasty {

  static final List<String> TEXTS =
      List.of(
          "a\u001b[31mred\u001b[0m\u001b[2J\u001b[1;1H",
          "a\u001b]8;;http://evil.example/\u001b\\here\u001b]8;;\u001b\\",
          "a\u001b]52;c;ZWNobyBoaQ==\u0007",
          "good\rerror: bad",
          "a\u0007\u0008\u007f",
          "a\u009b2Jb\u0085c",
          "a\u0000b",
          "a\u202egnp.exe\u202c \u2066x\u2069\u200b\u200e",
          "a\u2028::error::x\u2029b",
          "::error::made up",
          "::stop-commands::x\n::add-mask::a\n",
          "first\n  ::add-mask::second\n\u00a0\u3000::set-env name=X::y\nlast\n",
          "a\n\t::warning file=a.yaml,line=1::x\n",
          "##[error]x ##vso[task.setvariable variable=x]y ##teamcity[x]",
          "a\u001b[0Ksection_start:1:x\r\u001b[0K",
          "]]><script>alert(1)</script>",
          "<img src=x onerror=alert(1)> <!-- ftctl:plan account=mossy_quarry environment=- -->",
          "a](http://evil.example) [b](http://evil.example)",
          "![pixel](http://evil.example/p.png) http://evil.example www.evil.example",
          "`a` ``` ~~~ ````x",
          "a`|`b \\| c \\\\| d | e",
          "@org/team #1 GH-1 org/repo#2 !3 $x$ $$y$$",
          "a\n## x\n\n- @org/team\n\n```\n</details>\n",
          "a |\n|-|-|\n| b |",
          "$(touch x) `touch x` ${IFS} \\$x",
          "'; touch x; '",
          "a\" ; touch \"x",
          "-x --allow replace",
          "\ud800 alone \udc00",
          "\udb40\udc41\udb40\udc42 tags \ud834\udd73",
          "%0A::error::x%0D, title=y:z",
          "\uFDD00:31mpainted\uFDD00:0m",
          "e\u0301\u0301\u8868\ud83d\udc69\u200d\ud83d\udcbb",
          "x".repeat(5_000) + "\u001b[2J" + "| @y ".repeat(400));

  private Nasty() {}

  /// As a text of YAML, between double quotes.
  static String yaml(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            quoted.append('\\').appendCodePoint(point);
          } else if (point > 0xFFFF) {
            quoted.append("\\U%08x".formatted(point));
          } else if (point < 0x20 || point > 0x7e) {
            quoted.append("\\u%04x".formatted(point));
          } else {
            quoted.appendCodePoint(point);
          }
        });
    return quoted.append('"').toString();
  }

  /// As a text of JSON.
  static String json(String text) {
    var quoted = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < 0x20 || letter > 0x7e) {
        quoted.append("\\u%04x".formatted((int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }
}
