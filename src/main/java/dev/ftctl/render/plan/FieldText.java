package dev.ftctl.render.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import java.util.ArrayList;
import java.util.List;

/// One field of a change as a line, or as a unified diff where it holds several lines.
final class FieldText {

  private static final int VALUE_COLUMN = 33;
  private static final int NOTE_COLUMN = 69;
  private static final int CONTEXT_LINES = 2;

  private final Paint paint;

  FieldText(Paint paint) {
    this.paint = paint;
  }

  List<String> lines(FieldChange field) {
    String path =
        English.column("    " + English.printable(field.path().toString()), VALUE_COLUMN, 1);
    var lines = new ArrayList<String>();
    if (hasSeveralLines(field)) {
      lines.add(withNote(path + "(changed lines)", field.note()));
      unified(text(field.before()), text(field.after()))
          .forEach(line -> lines.add("      " + FileDiff.coloured(line, paint)));
    } else {
      lines.add(withNote(path + English.printable(shown(field)), field.note()));
    }
    return lines;
  }

  /// The change as a unified diff where a value holds several lines, else empty.
  static List<String> hunks(FieldChange field) {
    return hasSeveralLines(field) ? unified(text(field.before()), text(field.after())) : List.of();
  }

  /// The change in words: `60 → 15`, `+ "read"`, `(secret) sent, from env:PASSWORD`.
  static String shown(FieldChange field) {
    return switch (field.effect()) {
      case SECRET ->
          field.after() instanceof Value.Secret secret
              ? field.to() + ", from " + secret.source().name()
              : field.to();
      case ADD -> field.before().isAbsent() ? "+ " + field.to() : field.from() + " → " + field.to();
      case REMOVE ->
          field.after().isAbsent() ? "- " + field.from() : field.from() + " → " + field.to();
      case SET, CLEAR, REPLACE ->
          field.from().isEmpty()
                  || (field.before().isAbsent() && field.from().equals(Value.ABSENT.display()))
              ? field.to()
              : field.from() + " → " + field.to();
    };
  }

  private static String withNote(String line, String note) {
    return note.isEmpty() ? line : English.column(line, NOTE_COLUMN, 3) + English.printable(note);
  }

  private static boolean hasSeveralLines(FieldChange field) {
    return !field.before().isAbsent()
        && isPlainText(field.before(), field.from())
        && isPlainText(field.after(), field.to())
        && (text(field.before()).contains("\n") || text(field.after()).contains("\n"));
  }

  /// Whether the value itself may be shown: what prints as its source, or in words of the kind, may
  /// not.
  private static boolean isPlainText(Value value, String shown) {
    return value instanceof Value.Text
        && shown.equals(value.display())
        && !value.origin().printsAsSource();
  }

  private static String text(Value value) {
    return value.asText();
  }

  private static List<String> unified(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> wanted = after.lines().toList();
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "", "", old, DiffUtils.diff(old, wanted), CONTEXT_LINES);
    // The first two lines name files, which there are none of.
    return diff.stream().skip(2).map(English::printable).toList();
  }
}
