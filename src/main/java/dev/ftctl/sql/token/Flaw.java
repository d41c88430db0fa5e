package dev.ftctl.sql.token;

/// Why a text can't be taken apart.
///
/// @param offset where what has no end begins
public record Flaw(int offset, String message) {}
