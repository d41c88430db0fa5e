package dev.ftctl.model;

/// The group, the one kind that is a word of the language itself: everything stands in one,
/// documents fan out over them, expressions ask for theirs.
public final class Group {

  /// In addresses (`group/finance`), in specs (`group: finance`), in expressions (`${group}`).
  public static final String SLUG = "group";

  private Group() {}
}
