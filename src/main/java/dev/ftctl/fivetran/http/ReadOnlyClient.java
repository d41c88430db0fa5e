package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The last thing above the network: counts what is sent, and lets nothing but GET through for
/// commands that are not meant to write.
final class ReadOnlyClient implements Client {

  private final Client network;
  private final boolean allowsWrites;
  private final Optional<String> deletesRefused;
  private final AtomicLong sent = new AtomicLong();

  /// @param deletesRefused why no DELETE may be sent; empty when one may
  ReadOnlyClient(Client network, boolean allowsWrites, Optional<String> deletesRefused) {
    this.network = network;
    this.allowsWrites = allowsWrites;
    this.deletesRefused = deletesRefused;
  }

  /// @throws ApiException of a DELETE that is withheld
  /// @throws WriteRefusedException before a byte is sent
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    if (!allowsWrites && !Verdicts.isRead(request)) {
      throw new WriteRefusedException(request.httpMethod().name(), Verdicts.path(request));
    }
    if (deletesRefused.isPresent() && request.httpMethod() == Request.HttpMethod.DELETE) {
      throw new ApiException(
          ApiFailure.withheld("DELETE", Verdicts.path(request), deletesRefused.get()));
    }
    sent.incrementAndGet();
    return network.execute(request, options);
  }

  long sent() {
    return sent.get();
  }
}
