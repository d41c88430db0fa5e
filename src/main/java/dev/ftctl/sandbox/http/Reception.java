package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.store.Store;
import dev.ftctl.sandbox.store.TooManyRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks a request as the protocol wants it (credentials, path, method, media types, JSON, quota)
/// and has the route's handler answer it. Every answer is an envelope.
public final class Reception {
  public static final String API_KEY = "sandbox_key";
  public static final String API_SECRET = "sandbox_secret";

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final JsonMapper JSON = new JsonMapper();

  private static final String REQUEST_ID = "X-Request-Id";

  private final AtomicLong answers = new AtomicLong();
  private final RouteTable routes;
  private final Store store;
  private final QuotaGate quotas;

  public Reception(RouteTable routes, Store store, QuotaGate quotas) {
    this.routes = routes;
    this.store = store;
    this.quotas = quotas;
  }

  public Answer answer(Incoming incoming) {
    try {
      return answered(handled(incoming));
    } catch (ApiError refused) {
      return answered(Reply.refused(refused));
    } catch (TooManyRequests limited) {
      var body =
          new Reply(429, "TooManyRequests", limited.text(), MissingNode.getInstance()).envelope();
      var after = Long.toString(limited.retryAfterSeconds());
      return Answer.json(429, Map.of("Retry-After", after, REQUEST_ID, requestId()), body);
    } catch (RuntimeException defect) {
      LOG.error(
          "event=sandbox_defect method={} path={}", incoming.method(), incoming.rawPath(), defect);
      return answered(
          new Reply(
              500,
              "InternalError",
              "The simulator has a defect: " + defect,
              MissingNode.getInstance()));
    }
  }

  private Answer answered(Reply reply) {
    // Fivetran has no such header: it tells clients that nothing need be held back here.
    var headers =
        Map.of(
            "X-Rate-Limit",
            Long.toString(quotas.requestLimit()),
            "X-Rate-Limit-Remaining",
            Long.toString(quotas.requestsRemaining()),
            "X-Sandbox-Quotas",
            quotas.areSet() ? "set" : "none",
            REQUEST_ID,
            requestId());
    return reply.data() instanceof BinaryNode file
        ? new Answer(reply.status(), headers, Answer.FILE_TYPE, file.binaryValue())
        : Answer.json(reply.status(), headers, reply.envelope());
  }

  /// Looks like a random one, and is the same in every run.
  private String requestId() {
    var number = "answer " + answers.incrementAndGet();
    return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Reply handled(Incoming incoming) {
    var segments = incoming.segments();
    if (!isPublic(segments) && !isAuthorized(incoming.authorization())) {
      throw new ApiError(401, "Unauthorized", "Invalid authorization credentials");
    }
    var match = match(incoming.method(), segments);
    var media = match.media();
    checkMediaTypes(incoming, media);
    quotas.spend(QuotaGate.Quota.REQUESTS_PER_HOUR);
    var hasBody = incoming.body().length > 0;
    var body = hasBody ? parsed(incoming, media) : JSON.createObjectNode();
    return store.run(account -> {
      if (new Families(account).lackOneOf(segments)) {
        throw ApiError.forbidden("Access denied. The plan of this account doesn't include it");
      }
      return match
          .handler()
          .handle(
              new Call(
                  incoming.method(),
                  "/" + String.join("/", segments),
                  match.params(),
                  incoming.query(),
                  body,
                  hasBody,
                  incoming.accept().replace(" ", "").contains("version=2"),
                  account));
    });
  }

  /// An operation that Fivetran has and the simulator lacks is told as such: a 404 would be taken
  /// for an object that is missing.
  private RouteTable.Match match(String method, List<String> segments) {
    var match = routes.find(method, segments);
    var operation = Operations.find(method, segments);
    var literals = match.map(RouteTable.Match::literals).orElse(-1);
    if (operation.isPresent() && operation.get().literals() > literals) {
      throw ApiError.notSimulated(method + " " + operation.get().path());
    }
    return match.orElseThrow(() ->
        routes.methods(segments).isEmpty()
            ? ApiError.notFound("NotFound", "HTTP 404 Not Found")
            : ApiError.notAllowed("HTTP 405 Method Not Allowed"));
  }

  private static boolean isPublic(List<String> segments) {
    return !segments.isEmpty() && segments.getFirst().equals("public");
  }

  private static boolean isAuthorized(String authorization) {
    var parts = authorization.trim().split("\\s+", 2);
    if (parts.length != 2 || !parts[0].equalsIgnoreCase("Basic")) {
      return false;
    }
    var expected =
        Base64.getEncoder()
            .encodeToString((API_KEY + ":" + API_SECRET).getBytes(StandardCharsets.UTF_8));
    return parts[1].equals(expected);
  }

  private static void checkMediaTypes(Incoming incoming, RouteTable.Media media) {
    if (!isAcceptable(incoming.accept(), media)) {
      throw new ApiError(406, "NotAcceptable", "HTTP 406 Not Acceptable");
    }
    var takes = media == RouteTable.Media.FILES ? incoming.isMultipart() : incoming.isJson();
    if (incoming.body().length > 0 && !takes) {
      throw new ApiError(415, "UnsupportedMediaType", "HTTP 415 Unsupported Media Type");
    }
  }

  private static boolean isAcceptable(String accept, RouteTable.Media media) {
    return accept.isBlank()
        || Arrays.stream(accept.split(","))
            .map(Incoming::mediaType)
            .anyMatch(type ->
                List.of("*/*", "application/*", Answer.JSON_TYPE).contains(type)
                    || (media == RouteTable.Media.FILES && type.equals(Answer.FILE_TYPE)));
  }

  private static ObjectNode parsed(Incoming incoming, RouteTable.Media media) {
    if (media == RouteTable.Media.FILES) {
      return Multipart.parsed(incoming.contentType(), incoming.body());
    }
    try {
      if (JSON.readTree(incoming.body()) instanceof ObjectNode object) {
        return object;
      }
      throw ApiError.invalid("The request body must be a JSON object");
    } catch (JsonProcessingException malformed) {
      throw ApiError.invalid("The request body is not valid JSON");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
