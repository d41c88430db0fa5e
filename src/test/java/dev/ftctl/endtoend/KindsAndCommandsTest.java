package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each command is asked about an object of each kind: it shows that object, or says that it is not
/// about such objects; none is left out without a word. What came of it is a page of the reference.
class KindsAndCommandsTest {

  private static final Path PAGE = Path.of("docs/reference/kinds-and-commands.md");
  private static final String STATES = "src/test/resources/terraform/";
  private static final String YES = "✓";
  private static final String NO = "–";
  private static final String WITH = "with its ";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void write() {
    workspace = new Workspace(folder.resolve("project")).reaching(lab.sandbox());
    ExampleProject.write(workspace);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void eachKindHasItsPlace() throws IOException {
    String planned = workspace.run("plan").out();
    String applied = workspace.succeed("apply", "--auto-approve").all();
    for (String slug : ExampleProject.slugs()) {
      String address = ExampleProject.address(slug);
      assertThat(planned).contains("+ create   " + address);
      assertThat(applied).containsPattern("(done|held) +" + Pattern.quote(address) + ": create");
      Ran explained = workspace.succeed("explain", "--offline", address);
      assertThat(explained.out()).contains(address, "manifests/" + slug + ".yaml");
    }

    Golden.checkFile(PAGE, page());

    ExampleProject.slugs().forEach(this::spoil);
    String checked = workspace.run("validate").err();
    String formatted = workspace.run("fmt", "--check").out();
    for (String slug : ExampleProject.slugs()) {
      assertThat(checked).contains("error: " + ExampleProject.file(slug) + ":");
      assertThat(formatted).contains(ExampleProject.file(slug));
    }
  }

  /// An unknown member, and blanks where none belong.
  private void spoil(String slug) {
    String file = ExampleProject.file(slug);
    workspace.file(file, workspace.read(file).replace("kind: ", "nonsense: 1\nkind:    "));
  }

  private String page() throws IOException {
    String graph = workspace.succeed("graph").out();
    var elsewhere = new Workspace(folder.resolve("elsewhere")).reaching(lab.sandbox());
    Ran exported = elsewhere.file("ftctl.yaml", "{}\n").succeed("export", "-o", ".");
    String export = texts(folder.resolve("elsewhere")) + exported.err();
    Set<String> ofProvider = ofProvider();
    var rows = new ArrayList<String>();
    for (String slug : ExampleProject.slugs()) {
      KindDefinition kind = Wanted.KINDS.ofSlug(slug).definition();
      String address = ExampleProject.address(slug);
      List<String> cells =
          List.of(
              "[" + kind.name() + "](fields/" + slug + ".md)",
              said(kind, workspace.run("get", slug, address)),
              said(kind, workspace.run("outputs", address)),
              drawn(kind, graph),
              said(kind, workspace.run("status", address)),
              said(kind, workspace.run("test", "--yes", address)),
              exported(kind, export),
              accepted(kind),
              imported(kind, ofProvider));
      rows.add("| " + String.join(" | ", cells) + " |");
    }
    return HEAD + String.join("\n", rows) + "\n" + FOOT + new KindsAndMetadata(folder).table();
  }

  /// What a command that is about some kinds says when it is asked for an object of one.
  private static String said(KindDefinition kind, Ran ran) {
    String address = ExampleProject.address(kind.slug());
    if (ran.code() == 0) {
      assertThat(ran.out()).contains(address);
      return YES;
    }
    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.out()).isEmpty();
    if (kind.partOf().isPresent()) {
      assertThat(ran.err()).contains(kind.slug(), " is a part of ");
      return part(kind);
    }
    assertThat(ran.err())
        .contains(address + " is of the kind " + kind.slug() + ", and this command is about ");
    return NO;
  }

  /// Groups are frames around what is in them.
  private static String drawn(KindDefinition kind, String graph) {
    String address = ExampleProject.address(kind.slug()).replaceFirst("@.*", "");
    boolean isDrawn = graph.contains(address) || graph.contains("\"" + address.replace('/', ' '));
    return isDrawn ? YES : part(kind);
  }

  private static String part(KindDefinition kind) {
    return WITH + kind.partOf().orElseThrow().owner();
  }

  private static String exported(KindDefinition kind, String export) {
    if (export.contains("kind: " + kind.name() + "\n")) {
      boolean isExisting = kind.handsOutOnce().isPresent();
      assertThat(export.contains("existing: true")).isTrue();
      return isExisting ? "as `existing`" : YES;
    }
    // What belongs to one connection stands in its document.
    assertThat(export).contains("  " + kind.slug().replace('-', '_') + ":\n");
    return WITH + "connector";
  }

  private static String imported(KindDefinition kind, Set<String> ofProvider) {
    if (ofProvider.contains(kind.name())) {
      return kind.ofFile().isPresent() ? WITH + "connector" : YES;
    }
    return kind.partOf().isEmpty() ? NO : part(kind);
  }

  private static String accepted(KindDefinition kind) {
    if (kind.ofFile().isPresent()) {
      return "its file";
    }
    return ExampleProject.changeable(kind).isEmpty() ? "if it is gone" : YES;
  }

  /// The kinds that the provider has a type for.
  private Set<String> ofProvider() throws IOException {
    var elsewhere =
        new Workspace(folder.resolve("terraform"))
            .file("ftctl.yaml", "{}\n")
            .file("api.zip", TerraformFurtherTypesTest.code());
    for (String name : List.of("every-type", "further-types")) {
      String state = Path.of(STATES + name + ".tfstate").toAbsolutePath().toString();
      elsewhere.run("import", "terraform", state, "-o", name);
    }
    var kinds = new TreeSet<String>();
    String all = texts(folder.resolve("terraform"));
    Pattern.compile("(?m)^kind: (\\w+)$")
        .matcher(all)
        .results()
        .forEach(it -> kinds.add(it.group(1)));
    if (all.contains("  sdk_package:\n")) {
      kinds.add("SdkPackage");
    }
    return kinds;
  }

  private static String texts(Path below) throws IOException {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.walk(below)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }

  private static final String HEAD =
      """
      # Kinds and commands

      What each command does with an object of each kind. A test asks them and writes this page.

      `schema`, `validate`, `fmt`, `plan`, `apply`, `explain` and `drift` know every kind. Of the others:

      | kind | `get` | `outputs` | `graph` | `status` | `test` | `export` | `drift --accept` | `import terraform` |
      |---|---|---|---|---|---|---|---|---|
      """;

  private static final String FOOT =
      """

      - `–`: the command is not about such objects, and says so where one is named (exit 64). Of `import terraform`: the provider has no such type.
      - *with its connector*: it is a part of it, and shown there.
      - *as `existing`*: what Fivetran told once can't be told again, so the document makes none anew.
      - *its file*: the ZIP file in the repository becomes what the account has.
      - *if it is gone*: no field of it can be changed in the account; one that was deleted is listed.
      - `status` is about connections. How others are is in their columns of `ftctl get`, and in `ftctl outputs`.

      ## metadata

      """;
}
