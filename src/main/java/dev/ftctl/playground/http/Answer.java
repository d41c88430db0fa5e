package dev.ftctl.playground.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back.
///
/// @param headers besides those of type and length
/// @param isChunked sent without its length being told
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares
public record Answer(
    int status, String contentType, Map<String, String> headers, byte[] body, boolean isChunked) {

  public static final String JSON = "application/json";
  public static final String HTML = "text/html; charset=utf-8";

  public static Answer json(int status, byte[] body) {
    return new Answer(status, JSON, Map.of(), body, false);
  }

  public static Answer html(int status, byte[] body) {
    return new Answer(status, HTML, Map.of(), body, false);
  }

  public Answer with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, contentType, all, body, isChunked);
  }
}
