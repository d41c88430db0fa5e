package dev.ftctl.sandbox.source;

/// A column of a source table, by its name in the source.
public record SourceColumn(String name, boolean primaryKey, Lock lock) {

  /// Reads `id*` as a primary key, `row_version!` as a locked column and anything else as open.
  static SourceColumn parse(String text) {
    var name = text.substring(0, text.length() - 1);
    return switch (text.charAt(text.length() - 1)) {
      case '*' -> new SourceColumn(name, true, Lock.PRIMARY_KEY);
      case '!' -> new SourceColumn(name, false, Lock.SYSTEM_COLUMN);
      default -> new SourceColumn(text, false, Lock.OPEN);
    };
  }
}
