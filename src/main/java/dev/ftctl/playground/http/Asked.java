package dev.ftctl.playground.http;

/// A request.
///
/// @param path decoded
/// @param host as the `Host` header has it
/// @param authorization the header, empty for none
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares
public record Asked(
    String method,
    String path,
    Query query,
    String host,
    String authorization,
    String contentType,
    byte[] body) {}
