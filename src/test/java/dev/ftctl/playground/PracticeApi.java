package dev.ftctl.playground;

import dev.ftctl.fivetran.answer.Envelope;
import feign.Param;
import feign.RequestLine;

/// A call of the practice API, as ftctl's client makes calls.
public interface PracticeApi {

  @RequestLine("GET /pagination/offset?limit=1&offset={offset}")
  Envelope record(@Param("offset") int offset);
}
