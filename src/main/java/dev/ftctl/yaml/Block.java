package dev.ftctl.yaml;

/// An open block mapping or sequence while tokens are walked.
///
/// @param column where it stands
/// @param newColumn where it is to stand
/// @param isList whether its parts begin with `-`
/// @param isOpenEnded whether it is a list as deep as the key above it, whose end no token tells
record Block(int column, int newColumn, boolean isList, boolean isOpenEnded) {}
