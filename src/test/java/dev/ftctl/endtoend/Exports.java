package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.address.Address;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder that an account is exported into, and the values that its manifests ask for.
final class Exports {

  /// Documents of what tells secrets once.
  private static final Pattern TELLING =
      Pattern.compile(
          Wanted.KINDS.kinds().stream()
              .map(Kind::definition)
              .filter(kind -> kind.handsOutOnce().isPresent())
              .map(KindDefinition::name)
              .collect(Collectors.joining("|", "kind: (", ")\nmetadata: \\{name: \"?([\\w ]+)")));

  private final Workspace workspace;

  Exports(Path folder, Lab lab) {
    folder.toFile().mkdirs();
    workspace = new Workspace(folder).reaching(lab.sandbox());
  }

  Workspace workspace() {
    return workspace;
  }

  /// Exports into the folder itself, and sets the variables that `.env` and `.env.example` name.
  Ran export(String... more) {
    String[] line =
        Stream.concat(Stream.of("export", "-o", ".", "--with-secrets"), Arrays.stream(more))
            .toArray(String[]::new);
    return written(line);
  }

  /// The same from a state of Terraform.
  Ran imported(String... more) {
    String[] line =
        Stream.concat(
                Stream.of("import", "terraform", "-o", ".", "--with-secrets"), Arrays.stream(more))
            .toArray(String[]::new);
    return written(line);
  }

  private Ran written(String... line) {
    Ran ran = workspace.succeed(line);
    set();
    return ran;
  }

  /// Sets the variables that `.env` and `.env.example` name.
  void set() {
    variables().forEach(workspace::with);
  }

  /// A made-up text for what the account does not tell.
  private Map<String, String> variables() {
    var values = new TreeMap<String, String>();
    ExportTest.files(workspace.folder())
        .getOrDefault(".env.example", "")
        .lines()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .forEach(line -> values.put(line.substring(0, line.indexOf('=')), "harmless-value"));
    ExportTest.files(workspace.folder())
        .getOrDefault(".env", "")
        .lines()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .forEach(line ->
            values.put(
                line.substring(0, line.indexOf('=')),
                line.substring(line.indexOf('=') + 1).replaceAll("^'|'$", "")));
    return values;
  }

  /// Makes another account of what was exported, agents and keys anew; where an apply waits for a
  /// person, one comes.
  void applyTo(Lab other) {
    workspace.reaching(other.sandbox());
    Map<String, String> written = files();
    written.keySet().removeIf(name -> name.endsWith(".zip"));
    written.forEach((name, text) -> workspace.file(name, toBeMade(text)));
    apply();
    try (var person = new OtherTool(other.sandbox())) {
      for (JsonNode item : person.send("GET", "/connections?limit=1000", "").path("items")) {
        if (item.path("status").path("setup_state").asText().equals("incomplete")) {
          String path = "/connections/" + item.path("id").asText();
          person.send("PATCH", path, "{'auth':{'refresh_token':'x'},'run_setup_tests':true}");
        }
      }
    }
    apply();
    written.forEach(workspace::file);
  }

  /// What a person writes into documents of agents and keys so that they are made.
  private static String toBeMade(String text) {
    String made = text.replace(", existing: true", "");
    return made.contains("kind: HybridAgent")
        ? made.replaceAll("(?m)^spec: \\{", "spec: {accept_terms: true, ")
            .replaceAll("(?m)^spec:\\R", "spec:\n  accept_terms: true\n")
        : made;
  }

  /// Setup tests of a host that nobody trusts end unfinished, which an export does not see.
  private void apply() {
    var line = new ArrayList<>(List.of("apply", "--auto-approve", "--journal", "none"));
    TELLING
        .matcher(String.join("\n", files().values()))
        .results()
        .map(found ->
            Address.of(
                Wanted.KINDS.named(found.group(1)).orElseThrow().definition().slug(),
                found.group(2)))
        .forEach(address ->
            line.addAll(
                List.of("--handout", address + "=.ftctl/" + address.toString().replace('/', '.'))));
    Ran ran = workspace.run(line.toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isIn(0, 5);
    assertThat(ran.all()).doesNotContain("failed   ");
  }

  /// What was written of manifests and examples, by path.
  Map<String, String> files() {
    Map<String, String> files = ExportTest.files(workspace.folder());
    files.keySet().removeIf(path -> path.startsWith(".ftctl") || path.equals(".env"));
    return files;
  }
}
