package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.Verdicts;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/// The last thing above the network: counts what is sent, and lets nothing but GET through for
/// commands that are not meant to write.
final class ReadOnlyClient implements Client {

  private final Client network;
  private final boolean allowsWrites;
  private final AtomicLong sent = new AtomicLong();

  ReadOnlyClient(Client network, boolean allowsWrites) {
    this.network = network;
    this.allowsWrites = allowsWrites;
  }

  /// @throws WriteRefusedException before a byte is sent
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    if (!allowsWrites && !Verdicts.isRead(request)) {
      throw new WriteRefusedException(request.httpMethod().name(), Verdicts.path(request));
    }
    sent.incrementAndGet();
    return network.execute(request, options);
  }

  long sent() {
    return sent.get();
  }
}
