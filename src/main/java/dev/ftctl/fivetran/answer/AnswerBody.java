package dev.ftctl.fivetran.answer;

import feign.Request;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;

/// The content of an answer that was read and checked below Feign already, on its way up through
/// Feign.
public record AnswerBody(Object content) implements Response.Body {

  public static Response response(Request request, Attempt.Answered answered) {
    return Response.builder()
        .request(request)
        .status(answered.status())
        .headers(Map.of())
        .body(new AnswerBody(answered.content()))
        .build();
  }

  @Override
  public Integer length() {
    return 0;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public InputStream asInputStream() {
    return new ByteArrayInputStream(new byte[0]);
  }

  @Override
  public Reader asReader(Charset charset) {
    return Reader.nullReader();
  }

  @Override
  public void close() {
    // nothing is held
  }
}
