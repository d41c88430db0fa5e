package dev.ftctl.endtoend;

import java.nio.file.InvalidPathException;

/// Where a text of others comes into ftctl.
enum NastySource {
  NAME("kind: Group\nmetadata: {name: %s}\n"),
  LABEL("kind: Group\nmetadata: {name: g, labels: {%1$s: %1$s, team: %1$s}}\n"),
  GROUP_NAME("kind: Group\nmetadata: {name: quarry}\nspec: {name: %s}\n"),
  VALUE(connector("config: {host: %s, port: 5432}")),
  LIST(connector("config: {host: h, update_method: %1$s, tables: [%1$s, b]}")),
  KEY(connector("config: {host: h, %1$s: x, hosst: %1$s}")),
  FIELD(connector("%s: x")),
  SERVICE("kind: Connector\nmetadata: {name: pit}\nspec: {service: %s, groups: [quarry]}\n"),
  GROUP_REFERENCE("kind: Connector\nmetadata: {name: pit}\nspec: {service: s3, groups: [%s]}\n"),
  KIND("kind: %s\nmetadata: {name: pit}\n"),
  EXPRESSION("kind: Group\nmetadata: {name: \"${var:x}\"}\nspec: {name: %s}\n"),
  EACH(
      "kind: Group\nfor_each: {list: [%s]}\nmetadata: {name: \"g${sha256(each.value)}\"}\n"
          + "spec: {name: \"${each.value}\"}\n"),
  WEBHOOK("kind: Webhook\nmetadata: {name: w}\nspec: {url: %1$s, events: [%1$s]}\n"),
  USER("kind: User\nmetadata: {name: %1$s}\nspec: {email: %1$s, given_name: %1$s, role: %1$s}\n"),
  SETTINGS(
      connector("config: {host: h}")
          + "---\n"
          + "kind: SchemaSettings\n"
          + "metadata: {name: pit}\n"
          + "spec: {connector: pit, schemas: {%1$s: {tables: {%1$s: {columns: {%1$s: {enabled:"
          + " false, hashed: %1$s}}}}}}}\n"),
  COMMENT("kind: Group\nmetadata: {name: g}\nspecc: {} # %s\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      // A comment has one line, and only letters that YAML takes.
      String line = text.replaceAll("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}]", "").replace("\n", "");
      workspace.file("manifests/all.yaml", template.formatted(line));
    }
  },
  FILE("kind: Group\nmetadata: {name: g}\nspecc: {}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      String name = text.replaceAll("[/\\x00\\p{Cs}]", "_");
      name = name.length() > 60 ? name.substring(0, 60) : name;
      try {
        workspace.file("manifests/" + name + ".yaml", template);
        workspace.file("manifests/x" + name + "/ok.yaml", template.replace("specc: {}\n", ""));
      } catch (InvalidPathException impossible) {
        workspace.file("manifests/all.yaml", template);
      }
    }
  },
  TABLE(
      "kind: Group\nfor_each: {csv: ../rows.csv}\nmetadata: {name: \"g${each.id}\"}\n"
          + "spec: {name: \"${each.name}\"}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      workspace
          .file("manifests/all.yaml", template)
          .file("rows.csv", "id,name\n1,\"" + text.replace("\"", "\"\"") + "\"\n");
    }
  },
  PROJECT("kind: Group\nmetadata: {name: g}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      workspace
          .file("manifests/all.yaml", template)
          .file(
              "ftctl.yaml",
              "environments: {%1$s: {variables: {%1$s: x}}}\nprotect: [%1$s]\naccount: %1$s\n"
                  .formatted(Nasty.yaml(text)));
    }
  },
  POLICY("kind: Group\nmetadata: {name: g}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      workspace
          .file("manifests/all.yaml", template)
          .file(
              "policies/p.yaml",
              "policies: [{name: p, rule: 'false', message: %s}]\n".formatted(Nasty.yaml(text)));
    }
  },
  ENVIRONMENT(connector("config: {host: \"${env:NASTY}\"}")) {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      workspace.with("NASTY", text).file("manifests/all.yaml", template);
    }
  },
  ACCOUNT("kind: Group\nmetadata: {name: new}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      String nasty = Nasty.json(text);
      account.answersJson(
          "GET /account/info",
          200,
          "{\"data\":{\"account_id\":%1$s,\"account_name\":%1$s}}".formatted(nasty));
      account.answersJson(
          "GET /groups",
          200,
          "{\"data\":{\"items\":[{\"id\":%1$s,\"name\":%1$s}]}}".formatted(nasty));
      workspace.file("manifests/all.yaml", template);
    }
  },
  LIVE(connector("config: {host: h, port: 5432}")) {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      account.connection(Nasty.json(text));
      workspace.file("manifests/all.yaml", template);
    }
  },
  LIVE_SCHEMA(
      connector("config: {host: h}")
          + "---\nkind: SchemaSettings\nmetadata: {name: pit}\nspec: {connector: pit,"
          + " schema_change_handling: BLOCK_ALL}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      account.connection("\"h\"");
      account.answersJson(
          "GET /connections/still_pond/schemas",
          200,
          ("{\"data\":{\"schema_change_handling\":\"ALLOW_ALL\",\"schemas\":{%1$s:{\"enabled\":true,"
               + "\"name_in_destination\":%1$s,\"tables\":{%1$s:{\"enabled\":true,"
               + "\"enabled_patch_settings\":{\"allowed\":false,\"reason\":%1$s}}}}}}}")
              .formatted(Nasty.json(text)));
      workspace.file("manifests/all.yaml", template);
    }
  },
  LIST_REFUSED("kind: Group\nmetadata: {name: g}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      account.answersJson("GET /groups", 400, error(text));
      workspace.file("manifests/all.yaml", template);
    }
  },
  OBJECT_REFUSED(connector("config: {host: h}")) {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      account.connection("\"h\"");
      account.answersJson("GET /connections/still_pond", 403, error(text));
      workspace.file("manifests/all.yaml", template);
    }
  },
  WRITE_REFUSED("kind: Group\nmetadata: {name: new}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      account.answersJson("POST /groups", 400, error(text));
      workspace.file("manifests/all.yaml", template);
    }
  },
  NO_JSON("kind: Group\nmetadata: {name: new}\n") {
    @Override
    void write(Workspace workspace, PlayedAccount account, String text) {
      account.answersJson("GET /users", 500, text);
      account.answersJson("GET /connections", 200, "{\"data\": " + text);
      workspace.file("manifests/all.yaml", template);
    }
  };

  final String template;

  NastySource(String template) {
    this.template = template;
  }

  /// A project, and what its account answers, with that text in this place.
  void write(Workspace workspace, PlayedAccount account, String text) {
    workspace.file("manifests/all.yaml", template.formatted(Nasty.yaml(text)));
  }

  private static String connector(String more) {
    return "kind: Group\n"
        + "metadata: {name: quarry}\n"
        + "---\n"
        + "kind: Connector\n"
        + "metadata: {name: pit}\n"
        + "spec: {service: postgres, groups: [quarry], paused: true, "
        + more
        + "}\n";
  }

  private static String error(String text) {
    return "{\"code\":%1$s,\"message\":%1$s}".formatted(Nasty.json(text));
  }
}
