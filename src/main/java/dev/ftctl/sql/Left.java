package dev.ftctl.sql;

/// A name that is left as it is, and why somebody may have to look at it.
///
/// @param offset in the text as it was
public record Left(int offset, String name, String why) {}
