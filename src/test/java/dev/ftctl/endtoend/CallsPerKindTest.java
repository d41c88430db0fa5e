package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.References;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plan costs for one described object of each kind that there is, by the log of requests of
/// an account that has one of each; the table of the benchmarks is made of it.
class CallsPerKindTest {

  private static final Path PAGE = Path.of("docs/benchmarks.md");
  private static final String BEGIN = "<!-- calls per kind -->\n";
  private static final String END = "<!-- end of calls per kind -->\n";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @BeforeEach
  void haveOneOfEach() {
    var line = new ArrayList<>(List.of("apply", "--auto-approve", "--journal", "none"));
    for (KindDefinition kind : kinds()) {
      if (kind.handsOutOnce().isPresent()) {
        line.addAll(
            List.of("--handout", kind.slug() + "/one=" + folder.resolve(kind.slug() + ".json")));
      }
    }
    Ran ran = project(kinds()).run(line.toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isIn(0, 5);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void eachKindCostsItsListAndTheDetailsOfWhatIsDescribed() throws IOException {
    var rows = new StringBuilder();
    for (KindDefinition kind : kinds()) {
      List<KindDefinition> others = kinds().stream().filter(it -> !standsOn(it, kind)).toList();
      Map<String, Long> without = calls(others);
      var with = new ArrayList<>(others);
      with.add(kind);
      Map<String, Long> more = new TreeMap<>(calls(with));
      more.replaceAll((call, times) -> times - without.getOrDefault(call, 0L));
      more.values().removeIf(times -> times <= 0);
      rows.append(row(kind, more));
    }

    Golden.checkFile(PAGE, page(rows.toString()));
  }

  /// Whoever describes groups alone pays for no further kind: these calls and not one more.
  @Test
  void whatNobodyDescribesCostsNothing() {
    assertThat(calls(kinds().subList(0, 1)))
        .isEqualTo(
            Stream.of(
                    "GET /account/info",
                    "GET /connections",
                    "GET /destinations",
                    "GET /groups",
                    "GET /teams",
                    "GET /users",
                    "GET /webhooks")
                .collect(Collectors.toMap(call -> call, call -> 1L)));
  }

  /// One list at most, one call for the details of the only object, and none of them twice.
  private static String row(KindDefinition kind, Map<String, Long> more) {
    assertThat(more.values()).as("%s %s", kind.name(), more).allMatch(times -> times == 1);
    List<String> details = more.keySet().stream().filter(call -> call.contains("{}")).toList();
    List<String> lists = more.keySet().stream().filter(call -> !call.contains("{}")).toList();
    assertThat(lists).as(kind.name()).hasSize(kind.isListedOnDemand() ? 1 : 0);
    assertThat(details).as(kind.name()).hasSizeLessThanOrEqualTo(1);
    return "| `%s` | %s | %s |\n"
        .formatted(
            kind.name(),
            lists.isEmpty() ? unlisted(kind) : "`" + lists.getFirst() + "`",
            details.isEmpty() ? "" : "`" + details.getFirst() + "`");
  }

  private static String unlisted(KindDefinition kind) {
    return kind.partOf().isPresent() ? "none" : "read anyway";
  }

  private static String page(String rows) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    return page.substring(0, begin)
        + "| kind | its list | for each described object |\n|---|---|---|\n"
        + rows
        + page.substring(page.indexOf(END));
  }

  /// The reads of a plan of one document of each of those kinds, with how often each was sent.
  private Map<String, Long> calls(List<KindDefinition> kinds) {
    Workspace workspace = project(kinds);
    lab.forget();
    Ran ran = workspace.run("plan");
    assertThat(ran.code()).as("%s", ran).isZero();
    return lab.sandbox().requests().stream()
        .collect(Collectors.groupingBy(CallsPerKindTest::shown, Collectors.counting()));
  }

  private static String shown(RequestRecord request) {
    String query =
        request.query().replaceAll("(^|&)(limit|cursor)=[^&]*", "").replaceFirst("^&", "");
    return request.method()
        + " "
        + request.path().replaceFirst("^/v1", "").replaceAll("/[a-z]+_[a-z]+(?=/|$)", "/{}")
        + (query.isEmpty() ? "" : "?" + query);
  }

  private Workspace project(List<KindDefinition> kinds) {
    return new Workspace(folder)
        .reaching(lab.sandbox())
        .file("manifests/code.zip", Zips.of("connector.py", "pass"))
        .file(
            "manifests/all.yaml",
            kinds.stream().map(CallsPerKindTest::document).collect(Collectors.joining("\n---\n")));
  }

  /// Whether a document of the one kind can't be without one of the other.
  private static boolean standsOn(KindDefinition one, KindDefinition other) {
    var seen = new HashSet<String>(Set.of(one.slug()));
    var open = new ArrayList<>(List.of(one.slug()));
    while (!open.isEmpty()) {
      for (String slug : named(open.removeLast())) {
        if (seen.add(slug)) {
          open.add(slug);
        }
      }
    }
    return seen.contains(other.slug());
  }

  private static Set<String> named(String slug) {
    String name = PlainDocuments.name(slug) + (slug.equals("connector") ? "@g" : "");
    KindDefinition definition = Wanted.KINDS.ofSlug(slug).definition();
    Stream<String> referred =
        References.of(Wanted.of(slug + "/" + name, PlainDocuments.spec(slug)), definition).stream()
            .map(found -> found.target().kind());
    return Stream.concat(referred, definition.standsOn().stream()).collect(Collectors.toSet());
  }

  private static List<KindDefinition> kinds() {
    return Wanted.KINDS.kinds().stream().map(Kind::definition).toList();
  }

  private static String document(KindDefinition kind) {
    try {
      return JSON.writeValueAsString(
          Map.of(
              "kind", kind.name(),
              "metadata", Map.of("name", PlainDocuments.name(kind.slug())),
              "spec", PlainDocuments.spec(kind.slug())));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
