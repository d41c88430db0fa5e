package dev.ftctl.cli.sql;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A file that was read.
///
/// @param shown as the command line names it
/// @param text as far as its bytes are UTF-8
/// @param problem where they are none
record SqlFile(String shown, Path path, String text, LineStarts lines, Optional<Problem> problem) {

  static SqlFile of(String shown, Path path, byte[] bytes) {
    // Without replacing anything, so that the same bytes come out where nothing changes.
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer letters = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), letters, true);
    String text = letters.flip().toString();
    LineStarts lines = LineStarts.of(text);
    if (!result.isError()) {
      return new SqlFile(shown, path, text, lines, Optional.empty());
    }
    Problem problem =
        Problem.error(
            lines.place(shown, text, text.length()),
            "sql-encoding",
            "",
            "what stands here is not UTF-8",
            "Save the file as UTF-8.");
    return new SqlFile(shown, path, text, lines, Optional.of(problem));
  }

  SourceLocation place(int offset) {
    return lines.place(shown, text, offset);
  }
}
