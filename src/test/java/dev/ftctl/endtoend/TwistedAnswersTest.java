package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each member of each answer that a plan of all kinds reads, twisted: what matters when it is
/// another value is not taken for the manifest's where it is missing, null, or of another type.
class TwistedAnswersTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201);
  private static final String CLAIM = "as the manifests say";

  /// How far an object is, of which manifests say nothing: what is not told speaks against nothing.
  /// And what is asked for once more where a list leaves it out.
  private static final Pattern ELSEWHERE =
      Pattern.compile(".*/(setup_status|state)|/v1/private-links .*config.*");

  @TempDir Path folder;
  private Lab lab;
  private OtherTool tool;
  private Workspace workspace;

  @BeforeEach
  void open() {
    lab = OneOfEach.lab();
    tool = new OtherTool(lab.sandbox());
    workspace = OneOfEach.in(folder, lab);
  }

  @AfterEach
  void close() {
    tool.close();
    lab.close();
  }

  /// One member of one answer.
  private record Member(String path, JsonNode answer, String owner, String name) {
    JsonNode twisted(JsonNode to) {
      JsonNode copy = answer.deepCopy();
      ((ObjectNode) copy.at(owner)).set(name, to);
      return copy;
    }

    JsonNode without() {
      JsonNode copy = answer.deepCopy();
      ((ObjectNode) copy.at(owner)).remove(name);
      return copy;
    }

    JsonNode value() {
      return answer.at(owner).path(name);
    }

    @Override
    public String toString() {
      return path + " " + owner + "/" + name;
    }
  }

  @Test
  void nothingThatMattersIsBelievedWithoutBeingSaid() {
    List<Member> all = members();
    assertThat(all).hasSizeGreaterThan(150);
    Collections.shuffle(all, new Random(SEED));

    for (Member member : all.subList(0, Scale.of(4, all.size()))) {
      Map<String, JsonNode> twists = new LinkedHashMap<>();
      twists.put("other", other(member.value()));
      twists.put("null", JSON.getNodeFactory().nullNode());
      twists.put("object", JSON.getNodeFactory().objectNode());
      boolean matters = false;
      for (var twist : twists.entrySet()) {
        boolean isClaimed = isClaimed(member, twist.getKey(), member.twisted(twist.getValue()));
        matters |= twist.getKey().equals("other") && !isClaimed;
        assertThat(matters && isClaimed && !ELSEWHERE.matcher(member.toString()).matches())
            .as("%s %s", member, twist.getKey())
            .isFalse();
      }
      boolean isClaimed = isClaimed(member, "missing", member.without());
      assertThat(matters && isClaimed && !ELSEWHERE.matcher(member.toString()).matches())
          .as("%s missing", member)
          .isFalse();
    }
  }

  /// As a cache gives it that mistakes one for another.
  @Test
  void anAnswerAboutAnotherObjectIsNone() {
    List<Member> details =
        members().stream()
            .filter(member -> member.owner().isEmpty() && member.name().equals("id"))
            .filter(member -> !member.path().endsWith("/account"))
            .toList();
    assertThat(details).hasSizeGreaterThanOrEqualTo(6);

    for (Member member : details) {
      JsonNode another = JSON.getNodeFactory().textNode("another_one");
      Ran plan = planned(member, member.twisted(another));

      assertThat(plan.code()).as("%s: %s", member, plan).isIn(1, 4);
      assertThat(plan.all()).as("%s", member).contains("the answer is about another object");
    }
  }

  /// Whatever the server thinks of masks.
  @Test
  void noSecretOfAnAnswerIsListed() {
    for (String kind : List.of("account-log", "external-log", "secrets-manager", "connector")) {
      String document =
          switch (kind) {
            case "account-log", "external-log" ->
                "{\"service\":\"datadog_log\",\"config\":{\"region\":\"US1\",\"api_key\":\"told-%1$s\"},"
                    + "\"id\":\"%2$s\",\"group_id\":\"%2$s\",\"enabled\":true}";
            case "secrets-manager" ->
                "{\"id\":\"%2$s\",\"name\":\"one\",\"type\":\"HASHICORP_VAULT\","
                    + "\"config\":{\"role_id\":\"r\",\"secret_id\":\"told-%1$s\"}}";
            default ->
                "{\"id\":\"%2$s\",\"group_id\":\"g\",\"service\":\"postgres\",\"schema\":\"shop\","
                    + "\"config\":{\"host\":\"h\",\"password\":\"told-%1$s\"}}";
          };
      lab.forget();
      String name = PlainDocuments.name(kind) + (kind.equals("connector") ? "@g" : "");
      workspace.succeed("get", kind, kind + "/" + name, "--format", "json");
      String path = lab.sandbox().requests().getLast().path().replaceAll("\\?.*", "");
      String id = path.substring(path.lastIndexOf('/') + 1);
      lab.sandbox().control().faults(answering(path, document.formatted(kind, id)));

      for (String format : List.of("json", "yaml")) {
        Ran ran = workspace.succeed("get", kind, kind + "/" + name, "--format", format);

        assertThat(ran.out()).as("%s", ran).contains("(secret)").doesNotContain("told-");
      }
      lab.sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
    }
  }

  private List<Member> members() {
    lab.forget();
    workspace.succeed("plan");
    Map<String, String> paths = new TreeMap<>();
    lab.sandbox()
        .requests()
        .forEach(request -> paths.put(request.path().replaceAll("\\?.*", ""), request.path()));
    var all = new ArrayList<Member>();
    paths.forEach((path, whole) -> {
      JsonNode answer = tool.send("GET", whole.substring("/v1".length()), "");
      collect(path, answer, answer, "", all);
    });
    return all;
  }

  private static void collect(
      String path, JsonNode answer, JsonNode here, String at, List<Member> into) {
    if (here instanceof ObjectNode object) {
      object
          .properties()
          .forEach(member -> {
            into.add(new Member(path, answer, at, member.getKey()));
            collect(path, answer, member.getValue(), at + "/" + member.getKey(), into);
          });
    } else if (here instanceof ArrayNode list && !list.isEmpty()) {
      collect(path, answer, list.get(0), at + "/0", into);
    }
  }

  private static JsonNode other(JsonNode value) {
    JsonNodeFactory nodes = JSON.getNodeFactory();
    return value.isBoolean()
        ? nodes.booleanNode(!value.asBoolean())
        : value.isNumber()
            ? nodes.numberNode(value.asLong() + 1)
            : value.isTextual() ? nodes.textNode(value.asText() + "x") : nodes.arrayNode();
  }

  private boolean isClaimed(Member member, String twist, JsonNode answer) {
    Ran plan = planned(member, answer);
    assertThat(plan.code()).as("%s %s: %s", member, twist, plan).isIn(0, 1, 4, 65, 69);
    assertThat(plan.all()).as("%s %s", member, twist).doesNotContain("Exception", "\tat ");
    return plan.out().contains(CLAIM);
  }

  private Ran planned(Member member, JsonNode answer) {
    lab.sandbox().control().faults(answering(member.path(), answer.toString()));
    return workspace.run("plan");
  }

  private static ArrayNode answering(String path, String data) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + Pattern.quote(path) + "$");
    rule.putObject("then")
        .put("status", 200)
        .put("body", "{\"code\":\"Success\",\"data\":" + data + "}");
    return rules;
  }
}
