package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/// Documents of every kind, good ones and such as were damaged in one place, by what was done.
final class Corpus {

  /// One good document for each kind, with most of what it may say.
  static final String GOOD =
      """
      kind: Group
      metadata: {name: a_group, labels: {team: data}, protect: true, moved_from: other}
      spec: {id: abc, name: The group}
      ---
      apiVersion: ftctl/v1
      kind: Destination
      metadata: {name: a_warehouse, existing: true, initial: [region], rotation: 3}
      spec:
        group: prod
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        daylight_saving_time_enabled: true
        networking_method: Directly
        config: {host: a.b, port: 443, database: RAW, auth: PASSWORD, user: u, password: "${env:A:-secret1}"}
      ---
      kind: Connector
      metadata: {name: a_database}
      spec:
        service: postgres
        groups: [prod]
        paused: true
        sync_frequency: 60
        schedule_type: auto
        schedule: {schedule_type: CRON, cron: "* * * * *"}
        data_delay_sensitivity: CUSTOM
        data_delay_threshold: 5
        destination_configuration: {virtual_warehouse: w}
        external_secrets_keys_config: {any: [thing, {at: all}]}
        connect_card_config: {redirect_uri: "https://a", hide_setup_guide: true}
        trust_certificates: false
        config: {schema_prefix: orders, host: h, port: 5432, user: u, password: "${env:A:-secret1}", update_method: XMIN, brand_new: {field: 1}}
        schema_settings:
          schema_change_handling: BLOCK_ALL
          unlisted: leave
          schemas: {public: {enabled: true, tables: {t: {sync_mode: LIVE, columns: {c: {enabled: true, hashed: true}}}, u: {columns: [a, b]}}}}
      ---
      kind: Connector
      metadata: {name: some_files}
      spec:
        service: s3
        groups: [prod, dev]
        config: {schema: raw, table_group_name: feed, bucket: b, files: [{file_pattern: p, table_name: t}], headers: [1, two]}
        overrides: {dev: {sync_frequency: 1440, daily_sync_time: "14:00", config: {bucket: c}}}
      ---
      kind: Connector
      metadata: {name: some_ads}
      spec:
        service: google_ads
        groups: [prod]
        config: {schema: ads, accounts: [a, b], sync_mode: SpecificAccounts}
        auth: {client_access: {client_id: "${env:A:-secret1}", client_secret: "secret1"}, refresh_token: "secret1"}
      ---
      kind: Connector
      metadata: {name: some_cells}
      spec:
        service: google_sheets
        groups: [prod, dev]
        destination_schema: {name: raw, table: cells}
        overrides: {dev: {destination_schema: {table: others}}}
      ---
      kind: SchemaSettings
      metadata: {name: some_settings}
      spec:
        connector: described
        schema_change_handling: ALLOW_COLUMNS
        schemas:
          public: {enabled: true, tables: {users: {sync_mode: SOFT_DELETE, enabled: true, columns: {ssn: {enabled: false, is_primary_key: true}}}}}
          other: {tables: [a, b]}
      ---
      kind: User
      metadata: {name: a@b.c}
      spec: {email: a@b.c, given_name: A, family_name: B, role: Account Reviewer, phone: "1", picture: p, membership: additive, groups: {prod: Destination Analyst}, connectors: {described@prod: Connection Collaborator}}
      ---
      kind: Team
      metadata: {name: a_team}
      spec: {name: n, description: d, role: Account Analyst, membership: complete, users: {a@b.c: Team Manager}, groups: {prod: Destination Administrator}, connectors: {described@prod: Connection Collaborator}}
      ---
      kind: Webhook
      metadata: {name: a_hook}
      spec: {group: prod, url: "https://a.b/c", events: [sync_end, connection_failure], active: true, secret: "${env:A:-secret1}"}
      """;

  private static final List<JsonNode> OTHER_VALUES = otherValues();

  private final Random random;
  private final SequencedMap<String, JsonNode> documents = new LinkedHashMap<>();

  private Corpus(long seed) {
    random = new Random(seed);
  }

  /// @param size how many damaged documents of each good one
  static SequencedMap<String, JsonNode> of(long seed, int size) {
    var corpus = new Corpus(seed);
    for (JsonNode good : SchemaCheck.documents(GOOD)) {
      String name = good.path("kind").asText() + " " + good.at("/metadata/name").asText();
      corpus.documents.put(name, good);
      for (int i = 0; i < size; i++) {
        corpus.damage(name, good.deepCopy());
      }
    }
    return corpus.documents;
  }

  private void damage(String name, JsonNode document) {
    var places = new ArrayList<Place>();
    collect(document, "", places);
    Place place = places.get(random.nextInt(places.size()));
    String done =
        switch (random.nextInt(4)) {
          case 0 -> place.remove();
          case 1 -> place.rename("qqvvxx_" + random.nextInt(10));
          default -> place.replace(OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size())));
        };
    documents.put(name + ": " + done, document);
  }

  /// A member of an object or an item of a list.
  private record Place(JsonNode owner, String key, int index, String path) {

    String remove() {
      if (owner instanceof ObjectNode object) {
        object.remove(key);
      } else {
        ((ArrayNode) owner).remove(index);
      }
      return "without " + path;
    }

    String rename(String name) {
      if (owner instanceof ObjectNode object) {
        object.set(name, object.remove(key));
        return path + " called " + name;
      }
      return remove();
    }

    String replace(JsonNode value) {
      if (owner instanceof ObjectNode object) {
        object.set(key, value.deepCopy());
      } else {
        ((ArrayNode) owner).set(index, value.deepCopy());
      }
      return path + " is " + value;
    }
  }

  private static void collect(JsonNode node, String path, List<Place> places) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(entry -> {
            places.add(new Place(object, entry.getKey(), -1, path + "/" + entry.getKey()));
            collect(entry.getValue(), path + "/" + entry.getKey(), places);
          });
    }
    for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
      places.add(new Place(node, "", i, path + "/" + i));
      collect(node.get(i), path + "/" + i, places);
    }
  }

  private static List<JsonNode> otherValues() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return List.of(
        json.textNode("some text"),
        json.textNode("5"),
        json.textNode("${env:A:-5}"),
        json.textNode("******"),
        json.textNode(""),
        json.numberNode(7),
        json.numberNode(1.5),
        json.booleanNode(true),
        json.nullNode(),
        json.arrayNode(),
        json.arrayNode().add("one"),
        json.objectNode(),
        json.objectNode().put("qqvvxx", 1));
  }
}
