package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// An account with an object for each of some places, in whose documents the field of each is
/// changed, and what the next plan and apply make of that.
final class FieldRun {

  /// @param plan what the plan says of the object; missing where it says nothing
  /// @param writes what was sent for it, as the journal has it
  /// @param changed what is another afterwards in what the writes name: `/collection/id/member…`
  record Seen(
      FieldDocuments documents, JsonNode plan, List<JsonNode> writes, List<String> changed) {

    Place place() {
      return documents.place();
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT =
      """
      handouts: {all: {file: "out/${slug}.${name}.json"}}
      limits: {max_revokes: 10000, max_pauses: 10000, max_resyncs: 10000}
      """;
  private static final String JOURNAL = ".ftctl/journal.jsonl";
  private static final String[] ALLOWED = {
    "revoke", "grant", "expose", "history", "pause", "resync"
  };

  private final Lab lab;
  private final Workspace workspace;
  private final List<FieldDocuments> all = new ArrayList<>();

  /// In an account that holds a plain object of each kind.
  FieldRun(Path folder, Lab lab, List<Place> places) {
    this(OneOfEach.in(folder, lab), lab, places);
  }

  private FieldRun(Workspace workspace, Lab lab, List<Place> places) {
    this.lab = lab;
    this.workspace = workspace.file("ftctl.yaml", PROJECT);
    for (Place place : places) {
      all.add(new FieldDocuments(place, "p%04d".formatted(all.size())));
    }
  }

  /// In an empty account, for what an account has one of.
  static FieldRun alone(Path folder, Lab lab, Place place) {
    lab.sandbox().control().reset();
    return new FieldRun(OneOfEach.in(folder, lab, any -> false), lab, List.of(place));
  }

  /// What each change comes to, beside all others.
  List<Seen> together() {
    begin(FieldDocuments::before);
    write(FieldDocuments::after);
    Map<String, JsonNode> plan = planned();
    ObjectNode before = lab.sandbox().control().account();
    lab.forget();
    workspace.file(JOURNAL, "");
    Ran applied = workspace.run(line("--run-setup-tests", "never", "--skip-blocked"));
    assertThat(applied.code()).as("%s", applied).isIn(0, 4, 5);
    assertThat(applied.out()).doesNotContainPattern("[1-9] failed");
    List<String> changed = new ArrayList<>();
    differences("", before, lab.sandbox().control().account(), changed);
    Map<String, List<JsonNode>> writes = writes();
    return all.stream()
        .map(one -> seen(one, plan, writes.getOrDefault(one.addressAfter(), List.of()), changed))
        .toList();
  }

  /// Of which changes a plan does not tell where `spec.id` says which object is meant.
  List<Place> silentWithAnId() {
    begin(FieldDocuments::before);
    Map<String, String> ids = new HashMap<>();
    workspace
        .succeed("outputs", "--format", "json")
        .json()
        .path("items")
        .forEach(item -> ids.put(item.path("address").asText(), item.path("id").asText()));
    write(one -> one.afterOf(ids.getOrDefault(one.address(), "")));
    Map<String, JsonNode> plan = planned();
    return all.stream()
        .filter(one -> {
          JsonNode told = plan.getOrDefault(one.addressAfter(), MissingNode.getInstance());
          boolean isNone = told.path("action").asText("none").equals("none");
          return isNone && told.path("blocks").isEmpty() && told.path("notes").isEmpty();
        })
        .map(FieldDocuments::place)
        .toList();
  }

  /// Which changes a plan does not refuse, each for itself; nothing is sent for any.
  List<Place> refusedByNobody() {
    begin(FieldDocuments::bare);
    lab.forget();
    List<Place> taken = new ArrayList<>();
    for (FieldDocuments one : all) {
      String file = "manifests/" + one.token() + ".yaml";
      workspace.file(file, one.after());
      Ran ran = workspace.run("plan");
      boolean isRefused =
          ran.code() == 65
              ? ran.err().contains("error: " + file)
              : ran.code() == 4 && ran.out().contains("1 blocked");
      if (!isRefused) {
        taken.add(one.place());
      }
      workspace.file(file, one.bare());
    }
    assertThat(lab.writes()).isEmpty();
    return taken;
  }

  private Map<String, JsonNode> planned() {
    Ran planned = workspace.run("plan", "--format", "json");
    assertThat(planned.code()).as("%s", planned).isIn(0, 4);
    Map<String, JsonNode> plan = new HashMap<>();
    planned
        .json()
        .path("changes")
        .forEach(change -> plan.put(change.path("address").asText(), change));
    return plan;
  }

  private void begin(Function<FieldDocuments, String> text) {
    lab.sandbox().control().mergeAccount(surroundings());
    write(text);
    Ran ran = workspace.run(line("--journal", "none"));
    assertThat(ran.code()).as("%s", ran).isIn(0, 5);
    assertThat(ran.out()).contains(" 0 failed");
  }

  private static Seen seen(
      FieldDocuments one, Map<String, JsonNode> plan, List<JsonNode> its, List<String> changed) {
    return new Seen(
        one,
        plan.getOrDefault(one.addressAfter(), MissingNode.getInstance()),
        its,
        changed.stream()
            .filter(path -> its.stream().anyMatch(write -> names(write, path)))
            .toList());
  }

  private static String[] line(String... more) {
    var line = new ArrayList<>(List.of("apply", "--auto-approve", "--settle", "0"));
    for (String risk : ALLOWED) {
      line.addAll(List.of("--allow", risk));
    }
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  private void write(Function<FieldDocuments, String> text) {
    for (FieldDocuments one : all) {
      workspace.file("manifests/" + one.token() + ".yaml", text.apply(one));
      if (one.place().kind().slug().equals("sdk-package")) {
        for (String name : List.of(one.token(), one.token() + "b")) {
          workspace.file("manifests/" + name + ".zip", Zips.of("connector.py", name));
        }
      }
    }
  }

  /// What was sent, by address; it is all that the account was sent.
  private Map<String, List<JsonNode>> writes() {
    var writes = new HashMap<String, List<JsonNode>>();
    int count = 0;
    for (String line : workspace.read(JOURNAL).lines().toList()) {
      JsonNode entry = read(line);
      if (entry.path("event").asText().equals("begun")) {
        count++;
        writes.computeIfAbsent(entry.path("address").asText(), any -> new ArrayList<>()).add(entry);
      }
    }
    assertThat(lab.writes()).hasSize(count);
    return writes;
  }

  /// Whether a write's path has the ids of what is there.
  private static boolean names(JsonNode write, String there) {
    String[] parts = there.split("/", -1);
    List<String> ids = List.of(parts[Math.min(2, parts.length - 1)].split("~", -1));
    String path = write.path("path").asText();
    return List.of(path.split("/", -1)).containsAll(ids)
        || path.endsWith("/external-logging/account") && there.startsWith("/account_log_services/");
  }

  /// Ids of two parts are joined by `~`.
  private static void differences(String path, JsonNode one, JsonNode other, List<String> found) {
    if (one.isObject() && other.isObject()) {
      Set<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String here = path + "/" + name.replace("/", "~");
        differences(here, one.path(name), other.path(name), found);
      }
    } else if (!one.equals(other)) {
      found.add(path);
    }
  }

  /// A Quickstart package of its own for whoever needs one, and a source with known elements.
  private ObjectNode surroundings() {
    ObjectNode account = JSON.createObjectNode();
    ObjectNode packages = account.putObject("transformation_packages");
    ObjectNode sources = account.putObject("sources");
    for (FieldDocuments one : all) {
      String token = one.token();
      switch (one.place().kind().slug()) {
        case "transformation" -> {
          packages.set(token, quickstart(token));
          packages.set(token + "b", quickstart(token));
        }
        case "schema-settings" ->
            sources
                .putObject(token)
                .putObject("add")
                .putObject(FieldSamples.ELEMENT)
                .putArray(FieldSamples.ELEMENT)
                .add("id")
                .add(FieldSamples.ELEMENT);
        default -> {}
      }
    }
    return account;
  }

  private static ObjectNode quickstart(String token) {
    ObjectNode its = JSON.createObjectNode();
    its.putArray("connector_types").add("postgres");
    its.putArray("output_model_names")
        .add("excluded_models_" + token + "_before")
        .add("excluded_models_" + token + "_after");
    its.putObject("configurable_variables").putObject("name").put("type", "STRING");
    return its;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }
}
