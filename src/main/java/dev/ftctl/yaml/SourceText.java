package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// From bytes to text: UTF-8, with or without a byte order mark, and nothing that is no text.
final class SourceText {

  private SourceText() {}

  static String decode(String file, byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw broken(
          SourceLocation.of(file, 1, 1), "the file is written in UTF-16", "save it as UTF-8");
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    var from = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
    var decoded = CharBuffer.allocate(from.remaining());
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var result = decoder.decode(from, decoded, true);
    String text = decoded.flip().toString();
    refuseControls(file, text);
    if (result.isError()) {
      throw broken(end(file, text), "the bytes here are no UTF-8 text", "save the file as UTF-8");
    }
    return text;
  }

  static List<String> lines(String text) {
    return text.lines().toList();
  }

  /// The lines of bytes that are no text, only for the excerpt of a problem: what can't be shown is
  /// a `?`.
  static List<String> lossyLines(byte[] bytes) {
    int some = Math.min(bytes.length, 64 * 1024);
    return new String(bytes, 0, some, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("\\p{Cntrl}|\\uFFFD", "?"))
        .map(line -> line.substring(0, Math.min(200, line.length())))
        .toList();
  }

  private static void refuseControls(String file, String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!StreamReader.isPrintable(point)) {
        String message =
            point == 0
                ? "the file is binary: it holds a NUL byte"
                : "the character U+%04X is not allowed in YAML".formatted(point);
        throw broken(end(file, text.substring(0, at)), message, "manifests are plain text");
      }
      at += Character.charCount(point);
    }
  }

  private static SourceLocation end(String file, String before) {
    int line = Math.max(0, Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    int lines =
        (int) before.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
    return SourceLocation.of(file, lines + 1, before.codePointCount(line, before.length()) + 1);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static BrokenYaml broken(SourceLocation place, String message, String fix) {
    return new BrokenYaml(Problem.error(place, "not-text", "", message, fix));
  }
}
