package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.AllServices;
import dev.ftctl.testing.BuiltCode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Written;
import dev.ftctl.walk.RandomCompany;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever connection of whatever account is copied to whatever groups: the copy asks for its
/// secrets, is applied, and a plan of it is empty; nothing is written to the original.
class ConnectorCopyPropertyTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130L);
  private static final Pattern OTHER_NAME = Pattern.compile("--set ([a-z._]+)=…");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^([A-Z_][A-Z0-9_]*)= # ");

  @TempDir Path folder;

  @Test
  void copiesOfCompaniesAreAsTheyWereAskedFor() {
    for (int i = 0; i < Scale.of(4, 300); i++) {
      var random = new Random(SEED + i);
      copies(RandomCompany.text(random, false), random, "company " + (SEED + i), i);
    }
  }

  @Test
  void copiesOfServicesAreAsTheyWereAskedFor() {
    for (int i = 0; i < Scale.of(1, 60); i++) {
      var random = new Random(SEED + i);
      copies(AllServices.documents(SEED + i, 60), random, "services " + (SEED + i), 1000 + i);
    }
  }

  /// @param manifests of an account
  private void copies(String manifests, Random random, String what, int number) {
    try (var lab = new Lab(RandomCompany.account()).allowing("replace", "expose", "history")) {
      lab.apply(Written.resources(manifests));
      JsonNode account = lab.sandbox().control().account();
      List<JsonNode> connections = account.path("connections").valueStream().toList();
      if (!connections.isEmpty()) {
        JsonNode source = connections.get(random.nextInt(connections.size()));
        Workspace workspace = new Workspace(folder.resolve("w" + number)).reaching(lab.sandbox());
        if (random.nextBoolean()) {
          workspace.file("manifests/company.yaml", manifests);
          BuiltCode.into(workspace.folder().resolve("manifests"));
        }
        lab.forget();
        copy(workspace, lab, source.path("id").asText(), groups(account, random), what);
      }
    }
  }

  private static List<String> groups(JsonNode account, Random random) {
    List<String> all =
        new ArrayList<>(
            account.path("groups").valueStream().map(one -> one.path("name").asText()).toList());
    java.util.Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(all.size()));
  }

  private static void copy(
      Workspace workspace, Lab lab, String id, List<String> groups, String what) {
    var line =
        new ArrayList<>(
            List.of("connector", "copy", id, "--to", String.join(",", groups), "--with-schema"));
    line.addAll(List.of("--name", "the copy", "-o", "manifests/copy.yaml"));
    Ran copied = workspace.run(line.toArray(String[]::new));
    Matcher advice = OTHER_NAME.matcher(copied.err());
    if (copied.code() == 64 && advice.find()) {
      line.addAll(List.of("--set", advice.group(1) + "=copied"));
      copied = workspace.run(line.toArray(String[]::new));
    }
    assertThat(copied.code()).as("%s %s", what, copied).isZero();
    VARIABLE
        .matcher(copied.err())
        .results()
        .forEach(found -> workspace.with(found.group(1), "harmless-value"));

    String[] only = {"--target", "*/the copy"};
    Ran applied =
        workspace.run(
            "apply",
            "--auto-approve",
            "--allow",
            "duplicate",
            "--journal",
            "none",
            only[0],
            only[1]);
    assertThat(applied.code()).as("%s %s %s", what, copied, applied).isIn(0, 5);
    Ran plan = workspace.run("plan", "--detailed-exitcode", only[0], only[1]);

    assertThat(plan.code())
        .as("%s %s %s\n%s", what, applied, plan, workspace.read("manifests/copy.yaml"))
        .isZero();
    assertThat(lab.writes())
        .as("%s", what)
        .extracting(RequestRecord::path)
        .noneMatch(path -> path.contains("/" + id));
  }
}
