package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.SchemaCheck;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Documents for what chance seldom meets.
final class HandMade {

  private static final String DOCUMENTS =
      """
      kind: Group
      metadata: {name: n}
      ---
      kind: Group
      metadata: {name: " n"}
      ---
      kind: Group
      metadata: {name: 12}
      spec: null
      ---
      kind: Group
      metadata: {name: n, absent: true, protect: true}
      ---
      kind: Group
      metadata: {name: n, absent: true, existing: true}
      ---
      kind: Group
      metadata: {name: n, absent: true, existing: false}
      ---
      kind: Group
      metadata: {name: n, absent: "true"}
      ---
      kind: Group
      metadata: {name: n, rotation: -1}
      ---
      kind: Group
      metadata: {name: n, rotation: "7"}
      ---
      kind: Group
      metadata: {name: n, initial: name}
      ---
      kind: Group
      metadata: {name: n, labels: {a: [b]}}
      ---
      kind: Group
      apiVersion: ftctl/v2
      metadata: {name: n}
      ---
      kind: Connection
      metadata: {name: n}
      spec: {service: github, groups: [g], config: {schema: s}}
      ---
      kind: Connector
      metadata: {name: n@g}
      spec: {service: github, groups: [g], config: {schema: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g@h], config: {schema: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g, g], config: {schema: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, group: g, config: {schema: s}}
      ---
      kind: Connector
      metadata: {name: n, absent: true}
      spec: {groups: [g], id: x}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: zzzz_brand_new_service, groups: [g], config: {schema: s, anything: [goes]}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: {name: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: {prefix: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: {name: s, table: t}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: s}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: {}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: {name: null}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: github, groups: [g], destination_schema: null}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], destination_schema: {prefix: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], destination_schema: {name: s, table: t}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], destination_schema: {name: s}, config: {schema_prefix: t}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: dsv, groups: [g], destination_schema: {name: s, table: t}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: s3, groups: [g], destination_schema: {name: s, table_group_name: t}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: zzzz_brand_new_service, groups: [g], destination_schema: {prefix: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], overrides: {g: {destination_schema: {table: s}}}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, port: "5432", host: 10}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, port: 54.5}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, port: "0x1F"}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, port: "+7.0"}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, public_key: k}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, always_encrypted: "TRUE"}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s, always_encrypted: "yes"}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: null}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], sync_frequency: "15", config: {schema_prefix: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], sync_frequency: 7, config: {schema_prefix: s}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], overrides: {g: {config: {schema_prefix: s}}}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s}, overrides: {g: {config: {public_key: s}}}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s}, overrides: {g: {groups: [h]}}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s}, overrides: {h: {absent: true}}}
      ---
      kind: Connector
      metadata: {name: n}
      spec: {service: postgres, groups: [g], config: {schema_prefix: s}, schema_settings: {connector: n}}
      ---
      kind: Destination
      metadata: {name: n}
      spec: {group: g, service: snowflake, time_zone_offset: -5}
      ---
      kind: Destination
      metadata: {name: n}
      spec: {group: g, service: snowflake, time_zone_offset: 5}
      ---
      kind: Destination
      metadata: {name: n}
      spec: {group: g, service: no_such_warehouse}
      ---
      kind: Destination
      metadata: {name: n, absent: true}
      spec: {group: g}
      ---
      kind: Destination
      metadata: {name: n}
      spec: {service: snowflake}
      ---
      kind: Destination
      metadata: {name: n}
      spec: {group: g, service: snowflake, region: MOON_BASE_1}
      ---
      kind: SchemaSettings
      metadata: {name: n}
      spec: {connector: described@prod, schemas: [a, b]}
      ---
      kind: SchemaSettings
      metadata: {name: n}
      spec: {connector: described@prod, schemas: {a: null, b: {tables: null}}}
      ---
      kind: SchemaSettings
      metadata: {name: n}
      spec: {connector: described@prod, schemas: {a: {hashed: true}}}
      ---
      kind: SchemaSettings
      metadata: {name: n}
      spec: {connector: described@prod, schemas: {a: {enabled: "true"}}}
      ---
      kind: SchemaSettings
      metadata: {name: n}
      spec: {connector: described@prod, schemas: {a: {tables: {t: {sync_mode: SOMETIMES}}}}}
      ---
      kind: User
      metadata: {name: n}
      spec: {groups: {g: null}}
      ---
      kind: Team
      metadata: {name: n}
      spec: {users: [a]}
      ---
      kind: Webhook
      metadata: {name: n}
      spec: {url: "https://a", events: sync_end}
      ---
      kind: Webhook
      metadata: {name: n}
      spec: {url: "https://a", events: [sync_ended_in_tears]}
      ---
      kind: Webhook
      metadata: {name: n}
      spec: {url: null}
      ---
      kind: Wombat
      metadata: {name: n}
      ---
      metadata: {name: n}
      ---
      kind: Group
      ---
      [Group]
      """;

  private HandMade() {}

  static SequencedMap<String, JsonNode> documents() {
    var documents = new LinkedHashMap<String, JsonNode>();
    SchemaCheck.documents(DOCUMENTS)
        .forEach(document -> documents.put(document.toString(), document));
    return documents;
  }
}
