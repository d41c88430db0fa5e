package dev.ftctl.fivetran.pacing;

/// What is left of the quota of all requests, as the last answers told.
///
/// @param limit requests in an hour
public record RequestsLeft(long left, long limit) {}
