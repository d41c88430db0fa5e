package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// A company with private links, in time that goes by as fast as somebody waits.
final class LinkCase implements AutoCloseable {

  static final String COMPANY =
      """
      kind: Group
      metadata: {name: port}
      ---
      kind: Destination
      metadata: {name: port}
      spec: {group: port, service: snowflake, region: AWS_US_EAST_1, time_zone_offset: "-5", config: {host: port.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}}
      """;

  static final String LINK =
      """
      kind: PrivateLink
      metadata: {name: %s}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: vpce-1}}
      """;

  private static final String CONNECTOR =
      """
      kind: Connector
      metadata: {name: %s}
      spec:
        service: postgres
        groups: [port]
        %s
        paused: true
        config: {schema_prefix: %s, host: db.internal, port: 5432, database: d, user: fivetran, password: a-database-password}
      """;

  private static final JsonMapper JSON = new JsonMapper();

  final Lab lab = new Lab();
  final Workspace workspace;
  private final Impatient time = new Impatient();

  LinkCase(Path folder) {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .waitingBy(time)
            .at(new Passing(time))
            .file("manifests/port.yaml", COMPANY);
  }

  /// Seconds that were waited in all.
  long waited() {
    return time.nanoTime() / 1_000_000_000;
  }

  LinkCase link(String name) {
    workspace.file("manifests/" + name + ".yaml", LINK.formatted(name));
    return this;
  }

  /// A connector that goes through a link.
  LinkCase through(String link, String name) {
    return connector(name, "networking_method: PrivateLink\n  private_link: " + link);
  }

  /// A connector with some more lines of its spec.
  LinkCase connector(String name, String more) {
    workspace.file("manifests/connector-" + name + ".yaml", CONNECTOR.formatted(name, more, name));
    return this;
  }

  /// How a link goes, or all (`*`); text like JSON.
  LinkCase course(String link, String course) {
    return account("link_courses", link, course);
  }

  LinkCase account(String collection, String id, String json) {
    try {
      ObjectNode patch = JSON.createObjectNode();
      patch.putObject(collection).set(id, JSON.readTree(json.replace('\'', '"')));
      lab.sandbox().control().mergeAccount(patch);
      return this;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }

  JsonNode links() {
    return lab.sandbox().control().account().path("private_links");
  }

  /// What was written, as `POST private-links`, since it was asked last.
  List<String> writes() {
    List<String> writes =
        lab.writes().stream()
            .map(write ->
                write.method()
                    + " "
                    + write.path().replaceFirst("/v1/", "").replaceFirst("/[a-z]+_[a-z]+", ""))
            .toList();
    lab.forget();
    return writes;
  }

  @Override
  public void close() {
    lab.close();
  }

  /// Shows how time goes by while somebody waits.
  private static final class Passing extends Clock {

    private final Instant began = Instant.now();
    private final Impatient time;

    Passing(Impatient time) {
      this.time = time;
    }

    @Override
    public Instant instant() {
      return began.plusNanos(time.nanoTime());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
