package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.endtoend.ClickedCompany.Instance;
import dev.ftctl.endtoend.ClickedCompany.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether what was written back of an account is what was clicked and nothing else. Looks at the
/// commands before and after, and at the files as text and as YAML that another reader read.
final class AcceptJudge {

  /// What the commands and the files said at one moment.
  record Moment(JsonNode drift, JsonNode plan, JsonNode render, Map<String, String> files) {}

  /// What they say now, the account against what was committed.
  static Moment moment(Workspace workspace) {
    return new Moment(
        workspace.run("drift", "--format", "json", "--base", "HEAD").json(),
        workspace.run("plan", "--format", "json").json(),
        workspace.succeed("render", "--format", "json").json(),
        AcceptTexts.files(workspace.folder()));
  }

  private final Moment before;
  private final Moment after;
  private final Ran accepting;
  private final Map<String, Map<String, JsonNode>> saidBefore;
  private final Map<String, Map<String, JsonNode>> saidAfter;

  /// Fields that broke the manifests and no longer do, by address.
  private final Map<String, Set<String>> accepted = new TreeMap<>();

  private final List<String> faults = new ArrayList<>();

  AcceptJudge(Moment before, Ran accepting, Moment after) {
    this.before = before;
    this.accepting = accepting;
    this.after = after;
    saidBefore = AcceptTexts.leaves(before.render());
    saidAfter = AcceptTexts.leaves(after.render());
    Set<String> left = breaks(after.drift());
    for (JsonNode one : before.drift().path("drift")) {
      if (isBreak(one) && !left.contains(key(one))) {
        accepted
            .computeIfAbsent(one.path("address").asText(), address -> new TreeSet<>())
            .add(one.path("path").asText());
      }
    }
  }

  /// How many fields were written back.
  int accepted() {
    return accepted.values().stream().mapToInt(Set::size).sum();
  }

  /// What is wrong; empty when all is well.
  List<String> faults(List<Token> tokens, Set<String> secrets) {
    exitCode();
    left();
    plans();
    meanings();
    references(tokens);
    for (String secret : secrets) {
      after
          .files()
          .forEach((name, text) -> {
            if (text.contains(secret)) {
              faults.add("a secret in " + name);
            }
          });
      if (accepting.all().contains(secret)) {
        faults.add("a secret was printed");
      }
    }
    faults.addAll(AcceptTexts.faults(before.files(), after.files(), fieldNames()));
    return faults;
  }

  private void exitCode() {
    int expected = breaks(after.drift()).isEmpty() ? 0 : 2;
    if (accepting.code() != expected) {
      faults.add("ended with " + accepting.code() + ", though drift then ends " + expected);
    }
  }

  /// Whatever still breaks the manifests and was not intended is named.
  private void left() {
    Set<String> known = breaks(before.drift());
    for (JsonNode one : after.drift().path("drift")) {
      if (!isBreak(one)) {
        continue;
      }
      String address = one.path("address").asText();
      if (!known.contains(key(one))) {
        faults.add("new drift: " + key(one));
      }
      if (!accepting.all().contains(address)) {
        faults.add("left without a word: " + key(one));
      }
    }
  }

  private void plans() {
    Map<String, JsonNode> planned = changes(before.plan());
    Map<String, JsonNode> now = changes(after.plan());
    var addresses = new TreeSet<>(planned.keySet());
    addresses.addAll(now.keySet());
    for (String address : addresses) {
      if (!accepted.containsKey(address)) {
        if (!String.valueOf(planned.get(address)).equals(String.valueOf(now.get(address)))) {
          faults.add(
              "another plan of %s:%n%s%n%s"
                  .formatted(address, planned.get(address), now.get(address)));
        }
      } else if (now.containsKey(address) && !stillDrifts(address)) {
        faults.add("still planned: " + address + " " + now.get(address));
      }
    }
  }

  private boolean stillDrifts(String address) {
    for (JsonNode one : after.drift().path("drift")) {
      if (one.path("address").asText().equals(address)
          && one.path("class").asText().equals("breaks")) {
        return true;
      }
    }
    return false;
  }

  /// No value of any object is another one but those that were accepted.
  private void meanings() {
    var addresses = new TreeSet<>(saidBefore.keySet());
    addresses.addAll(saidAfter.keySet());
    for (String address : addresses) {
      Map<String, JsonNode> one = saidBefore.getOrDefault(address, Map.of());
      Map<String, JsonNode> other = saidAfter.getOrDefault(address, Map.of());
      var paths = new TreeSet<>(one.keySet());
      paths.addAll(other.keySet());
      for (String path : paths) {
        boolean isSame = String.valueOf(one.get(path)).equals(String.valueOf(other.get(path)));
        if (!isSame && !isAccepted(address, path)) {
          faults.add(
              "%s %s was %s and is %s".formatted(address, path, one.get(path), other.get(path)));
        }
      }
    }
  }

  private boolean isAccepted(String address, String path) {
    String found = "/" + path + "/";
    return accepted.getOrDefault(address, Set.of()).stream()
        .anyMatch(one -> found.startsWith(one + "/") || (one + "/").startsWith(found));
  }

  /// No reference is gone that still gives some object what it has.
  private void references(List<Token> tokens) {
    String texts = String.join("\n", before.files().values());
    String now = String.join("\n", after.files().values());
    for (Token token : tokens) {
      if (!texts.contains(token.text()) || now.contains(token.text())) {
        continue;
      }
      for (Instance instance : token.scope()) {
        if (gives(saidBefore, token, instance) && gives(saidAfter, token, instance)) {
          faults.add(
              "lost %s, which gives %s %s"
                  .formatted(token.text(), instance.address(), token.path()));
        }
      }
    }
  }

  private static boolean gives(
      Map<String, Map<String, JsonNode>> said, Token token, Instance instance) {
    JsonNode value = said.getOrDefault(instance.address(), Map.of()).get(token.path());
    if (value == null) {
      return false;
    }
    String text = token.value(instance);
    for (JsonNode item : value) {
      if (item.asText().equals(text)) {
        return true;
      }
    }
    return value.isValueNode() && value.asText().equals(text);
  }

  /// Each part of each path that was accepted.
  private Set<String> fieldNames() {
    return accepted.values().stream()
        .flatMap(Set::stream)
        .flatMap(path -> List.of(path.split("/", -1)).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> breaks(JsonNode drift) {
    var keys = new TreeSet<String>();
    for (JsonNode one : drift.path("drift")) {
      if (isBreak(one)) {
        keys.add(key(one));
      }
    }
    return keys;
  }

  private static boolean isBreak(JsonNode one) {
    return one.path("class").asText().equals("breaks")
        && !one.path("cause").asText().equals("intended");
  }

  private static String key(JsonNode one) {
    return one.path("address").asText()
        + " "
        + one.path("what").asText()
        + " "
        + one.path("path").asText();
  }

  /// By address, without places, which move when a line is added.
  private static Map<String, JsonNode> changes(JsonNode plan) {
    var changes = new TreeMap<String, JsonNode>();
    for (JsonNode change : plan.path("changes")) {
      if (!change.path("action").asText().equals("none")) {
        JsonNode copy = change.deepCopy();
        withoutPlaces(copy);
        changes.put(change.path("address").asText(), copy);
      }
    }
    return changes;
  }

  private static void withoutPlaces(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("file", "line", "column", "from", "source", "unchanged"));
    }
    node.forEach(AcceptJudge::withoutPlaces);
  }
}
