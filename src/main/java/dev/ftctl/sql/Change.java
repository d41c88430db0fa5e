package dev.ftctl.sql;

/// A name that becomes another one.
///
/// @param offset in the text as it was
public record Change(int offset, String from, String to) {}
