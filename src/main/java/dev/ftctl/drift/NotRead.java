package dev.ftctl.drift;

/// What nobody could look at, so that nothing is known of it.
///
/// @param what an address, or the slug of a kind
/// @param isKind whether it is a kind of which the key may not see the list: then nothing is known
///   of undescribed objects of it
/// @param isWhole whether the object could not be read at all; else a part of it is not confirmed
public record NotRead(String what, String why, boolean isKind, boolean isWhole) {}
