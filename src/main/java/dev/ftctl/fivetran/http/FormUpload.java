package dev.ftctl.fivetran.http;

import dev.ftctl.model.file.FilePart;
import feign.Request;
import feign.RequestTemplate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// A request with a [FilePart], which is sent as it is read. Feign knows bodies in memory alone, so
/// the path of the file goes through it as the body, and the file from here on.
record FormUpload(Request request) {

  /// Slower is no line that one works with.
  private static final long BYTES_A_SECOND = 128 * 1024;

  /// Set by the HTTP client itself, or below.
  private static final Set<String> LEFT_OUT = Set.of("content-length", "content-type", "host");

  static boolean isOne(Request request) {
    return isOne(request.requestTemplate());
  }

  static boolean isOne(RequestTemplate request) {
    return request.methodMetadata() != null
        && request.methodMetadata().bodyType() == FilePart.class;
  }

  /// What goes through Feign.
  static byte[] carried(FilePart file) {
    return file.path().toString().getBytes(StandardCharsets.UTF_8);
  }

  /// How much longer than any other request it may take.
  Duration extra() {
    return Duration.ofSeconds(file().toFile().length() / BYTES_A_SECOND);
  }

  /// @throws IOException when there is no such file
  HttpRequest sent(Duration timeout) throws IOException {
    String boundary = "ftctl-" + UUID.randomUUID();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout.plus(extra()));
    request
        .headers()
        .forEach((name, values) -> {
          if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> builder.header(name, value));
          }
        });
    return builder
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .method(request.httpMethod().name(), form(boundary))
        .build();
  }

  /// The name of the file is nobody's business.
  private BodyPublisher form(String boundary) throws IOException {
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"code.zip\"\r\n"
            + "Content-Type: application/zip\r\n\r\n";
    return BodyPublishers.concat(
        BodyPublishers.ofString(head),
        BodyPublishers.ofFile(file()),
        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
  }

  private Path file() {
    return Path.of(new String(request.body(), StandardCharsets.UTF_8));
  }
}
