package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.example.KindExample;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Zips;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One project of what `schema KIND --example` prints of every kind, each in a file of its own, and
/// of the little that they stand on besides.
final class ExampleProject {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");

  /// What examples refer to, or are referred to by, that no example is.
  private static final String MACHINE =
      """
      kind: User
      metadata: {name: ci-deploy}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy, role: Account Reviewer}
      ---
      kind: Connector
      metadata: {name: api}
      spec: {service: connector_sdk, groups: [warehouse], paused: true, config: {schema: api, package: orders_api, python_version: "3.12"}}
      """;

  private static final String SINKS =
      """
      handouts:
        agents: {exec: [sh, -c, "cat >/dev/null"]}
        keys: {exec: [sh, -c, "cat >/dev/null"]}
      """;

  private static final Set<Trait> NEVER_CHANGED =
      Set.of(
          Trait.IDENTITY,
          Trait.IMMUTABLE,
          Trait.LOCAL,
          Trait.READ_ONLY,
          Trait.WRITE_ONLY,
          Trait.CREATE_ONLY,
          Trait.PART_OF,
          Trait.SECRET);

  private ExampleProject() {}

  static List<String> slugs() {
    return Wanted.KINDS.kinds().stream().map(kind -> kind.definition().slug()).toList();
  }

  /// The file of a kind's document.
  static String file(String slug) {
    return "manifests/" + slug + ".yaml";
  }

  /// The address of what the document of a kind describes.
  static String address(String slug) {
    String text = KindExample.of(Wanted.KINDS.ofSlug(slug).definition());
    String name = text.replaceFirst("(?s).*?\n  name: (\\S+).*", "$1");
    boolean isFannedOut = List.of("connector", "schema-settings", "sdk-package").contains(slug);
    return slug + "/" + name + (isFannedOut ? "@warehouse" : "");
  }

  /// What the document of a kind says, its texts as they stand.
  static Value.Mapping spec(KindDefinition kind) {
    JsonNode document = SchemaCheck.documents(KindExample.of(kind)).getFirst();
    Value.Mapping spec = Value.Mapping.EMPTY;
    for (var entry : document.path("spec").properties()) {
      spec = spec.with(entry.getKey(), Value.text(entry.getValue().asText()));
    }
    return spec;
  }

  /// The fields of an example that somebody can change in the account.
  static List<String> changeable(KindDefinition kind) {
    Value.Mapping spec = spec(kind);
    return kind.fields(spec).all().stream()
        .filter(field -> !spec.get(field.name()).isAbsent())
        .filter(field -> field.traits().stream().noneMatch(NEVER_CHANGED::contains))
        .map(Field::name)
        .toList();
  }

  static void write(Workspace workspace) {
    workspace
        .file("ftctl.yaml", SINKS)
        .file("manifests/machine.yaml", MACHINE)
        .file("manifests/orders_api.zip", Zips.of("connector.py", "pass"));
    for (Kind kind : Wanted.KINDS.kinds()) {
      workspace.file(file(kind.definition().slug()), KindExample.of(kind.definition()));
    }
    secrets().forEach(workspace::with);
  }

  /// The variables that the documents name.
  static Map<String, String> secrets() {
    var secrets = new TreeMap<String, String>();
    for (Kind kind : Wanted.KINDS.kinds()) {
      VARIABLE
          .matcher(KindExample.of(kind.definition()))
          .results()
          .forEach(found -> secrets.put(found.group(1), "made-up-" + found.group(1)));
    }
    return secrets;
  }
}
