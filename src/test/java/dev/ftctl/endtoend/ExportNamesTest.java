package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that people give: they come back as they are, and no two share a file or a document.
class ExportNamesTest {

  private static final List<String> ODD =
      List.of(
          "Prod EU / 1",
          "prod eu / 1",
          "a@b",
          "${env:HOME}",
          "null",
          "- x: y",
          "../up",
          "C%20",
          "\u00fcn\u00ef \ud83d\ude00",
          "con");

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void oddNamesComeBack() {
    try (var person = new OtherTool(lab.sandbox())) {
      for (String name : ODD) {
        String group = person.create("/groups", "{'name':'" + name + "'}");
        for (String schema : List.of("shop", "Shop")) {
          person.create(
              "/connections",
              "{'group_id':'%s','service':'stripe','paused':true,'run_setup_tests':false,'config':{'schema':'%s','api_key':'k'}}"
                  .formatted(group, schema));
        }
        person.create("/teams", "{'name':'%s','role':'Account Reviewer'}".formatted(name));
      }
    }
    var exports = new Exports(folder, lab);
    exports.export();

    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(exports.files().keySet())
        .extracting(path -> path.toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates()
        .allMatch(path -> path.matches("[a-z0-9_%./-]+"));
    var before = exports.files();
    exports.workspace().succeed("export", "-o", ".");
    assertThat(exports.files()).isEqualTo(before);
  }

  @Test
  void twinsAreNamedAndTheOneThatCountsIsExported() {
    try (var person = new OtherTool(lab.sandbox())) {
      person.create("/groups", "{'name':'lake'}");
      String empty = person.create("/groups", "{'name':'lake'}");
      var exports = new Exports(folder, lab);

      Ran ran = exports.export();

      assertThat(exports.files().toString()).contains("membership: additive");
      assertThat(ran.err())
          .contains("not exported: group/lake", empty, "one of 2 of the same name");
      Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
      assertThat(planned.code()).as("%s", planned).isZero();
    }
  }

  /// A plan of it would not know which of the two is meant.
  @Test
  void aTwinThatIsChosenAloneIsATwinStill() {
    try (var person = new OtherTool(lab.sandbox())) {
      person.create("/groups", "{'name':'lake'}");
      String empty = person.create("/groups", "{'name':'lake'}");

      Ran ran = new Workspace(folder).reaching(lab.sandbox()).succeed("export", empty);

      assertThat(ran.out()).doesNotContain("kind: Group");
      assertThat(ran.err())
          .contains("not exported: group/lake", empty, "one of 2 of the same name");
    }
  }
}
