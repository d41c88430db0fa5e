package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.AnswerBody;
import dev.ftctl.fivetran.answer.BodyReader;
import dev.ftctl.fivetran.answer.Route;
import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.fivetran.pacing.Pacer;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.fivetran.pacing.Turn;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.file.FilePart;
import dev.ftctl.model.value.Value;
import feign.Client;
import feign.DefaultInvocationHandlerFactory;
import feign.Feign;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.Retryer;
import feign.Target;
import feign.codec.EncodeException;
import feign.interceptor.MethodInterceptor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What all views of one account share: one HTTP client, one pacer, one count; and how Feign is set
/// up over it.
public final class Transport {

  private static final Duration END = Duration.ofMillis(200);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final String url;
  private final Redaction redaction;
  private final RequestHeaders headers;
  private final Request.Options timeouts;
  private final ReadOnlyClient network;
  private final HttpClient connections;
  private final Exchange exchange;
  private final Verdicts verdicts;
  private final Pacer pacer;
  private final Sleeper sleeper;
  private final PathEncoding contract = new PathEncoding();

  /// Those that nobody watches, by their interfaces.
  private final Map<Class<?>, Object> plain = new ConcurrentHashMap<>();

  public Transport(AccountOptions options, Sleeper sleeper) {
    this.url = AccountUrl.of(options.url());
    this.redaction = options.redaction();
    redaction.remember(options.credentials().secret());
    redaction.remember(RequestHeaders.token(options.credentials()));
    options.reach().proxy().flatMap(ProxyAddress::login).ifPresent(redaction::remember);
    this.headers = new RequestHeaders(options.credentials(), options.reach().proxy());
    Duration connect =
        options.timeout().compareTo(LONGEST_CONNECT) < 0 ? options.timeout() : LONGEST_CONNECT;
    this.timeouts = new Request.Options(connect, options.timeout(), false);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    this.connections = Network.client(url, threads, connect, options.reach());
    this.network =
        new ReadOnlyClient(
            new AsSent(connections), options.allowsWrites(), options.deletesRefused());
    this.verdicts =
        new Verdicts(redaction, options.timeout(), InstantSource.system(), route(options));
    this.sleeper = sleeper;
    this.pacer = new Pacer(sleeper, options.quotas(), options.notice());
    this.exchange = new Exchange(network, new BodyReader(), verdicts, pacer, sleeper, options);
  }

  private static Route route(AccountOptions options) {
    return new Route(
        String.valueOf(options.url().getHost()),
        AccountUrl.port(options.url()),
        options.reach().proxy().map(ProxyAddress::toString).orElse(""),
        options.reach().authorities().map(Authorities::source).orElse(""),
        options.credentials().look());
  }

  /// @param watches who looks on, if anybody does
  /// @param turn places in quotas that were taken before
  public <T> T api(Class<T> type, List<MethodInterceptor> watches, Optional<Turn> turn) {
    // Details of each object ask for one, and to make one takes longer than to read an answer.
    return watches.isEmpty() && turn.isEmpty()
        ? type.cast(plain.computeIfAbsent(type, one -> made(one, watches, turn)))
        : made(type, watches, turn);
  }

  private <T> T made(Class<T> type, List<MethodInterceptor> watches, Optional<Turn> turn) {
    Client client = new RetryingClient(exchange, verdicts, sleeper, turn);
    return Feign.builder()
        .contract(contract)
        .client(client)
        .retryer(Retryer.NEVER_RETRY)
        .options(timeouts)
        .requestInterceptor(headers)
        .methodInterceptors(watches)
        .encoder((body, bodyType, request) -> request.body(bytes(body), StandardCharsets.UTF_8))
        .decoder((response, returned) -> ((AnswerBody) response.body()).content())
        .invocationHandlerFactory(Transport::unwrapped)
        .target(type, url);
  }

  /// Where the API is, without `/v1`.
  public String url() {
    return url;
  }

  public Pacer pacer() {
    return pacer;
  }

  /// What the last answer's clock showed; empty before the first that tells it.
  public Optional<Instant> clock() {
    return exchange.clock();
  }

  public long requestCount() {
    return network.sent();
  }

  public void close() {
    connections.shutdownNow();
    try {
      connections.awaitTermination(END);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] bytes(Object body) {
    return switch (body) {
      case Value.Mapping mapping ->
          ValueJson.write(mapping, redaction).getBytes(StandardCharsets.UTF_8);
      case FilePart file -> FormUpload.carried(file);
      default ->
          throw new IllegalStateException(
              "a body must be a Value.Mapping or a FilePart, not a " + body.getClass().getName());
    };
  }

  /// Feign wraps what an encoder throws; the caller gets what was thrown, such as a missing secret.
  private static InvocationHandler unwrapped(Target<?> target, Map<Method, MethodHandler> methods) {
    var plain = new DefaultInvocationHandlerFactory().create(target, methods);
    return (proxy, method, arguments) -> {
      try {
        return plain.invoke(proxy, method, arguments);
      } catch (EncodeException wrapped) {
        throw wrapped.getCause() instanceof RuntimeException own ? own : wrapped;
      }
    };
  }
}
