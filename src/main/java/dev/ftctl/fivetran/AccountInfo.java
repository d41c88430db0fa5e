package dev.ftctl.fivetran;

/// What `GET /account/info` says.
///
/// @param name may be empty
/// @param userId the API key's own user; empty for a system key
public record AccountInfo(String id, String name, String userId) {}
