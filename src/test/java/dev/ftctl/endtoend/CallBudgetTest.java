package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plan that changes nothing may ask: the pages of the lists, one call for the details of
/// each managed connector and destination, one for each managed schema settings, one for each block
/// of memberships that a manifest has, and one for the account.
class CallBudgetTest {

  private static final int SPARE = 1;
  private static final int PAGE = 1000;

  /// The list and the details of the only log and of the only manager, and the account's log.
  private static final int FURTHER_KINDS = 5;

  @TempDir Path folder;

  /// How many of each the manifests and the account hold.
  ///
  /// @param memberships blocks of memberships in the manifests
  record Size(
      int groups,
      int destinations,
      int connectors,
      int settings,
      int users,
      int teams,
      int webhooks,
      int memberships) {

    Map<String, Integer> budget() {
      return new TreeMap<>(
          Map.of(
              "details of connectors", connectors,
              "details of destinations", destinations,
              "memberships", memberships,
              "pages of connections", pages(connectors),
              "pages of destinations", pages(destinations),
              "pages of groups", pages(groups),
              "pages of teams", pages(teams),
              "pages of users", pages(users + 1),
              "pages of webhooks", pages(webhooks),
              "schemas", settings));
    }

    private static int pages(int objects) {
      return Math.max(1, (objects + PAGE - 1) / PAGE);
    }
  }

  @Test
  void examplesAreAskedForOnce() {
    var examples = new Size(3, 3, 16, 7, 5, 2, 2, 10);
    try (Lab lab = Accounts.withExamples()) {
      Workspace workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());

      Ran planned = workspace.run("plan", "--detailed-exitcode");

      assertThat(planned.code()).as("%s", planned).isZero();
      staysWithin(examples, FURTHER_KINDS, lab);
    }
  }

  @Test
  void biggerAccountCostsNoMoreForEachObject() {
    int connectors = Scale.of(120, 1200);
    var size = new Size(20, 20, connectors, connectors, 30, 5, 10, 30 + 10);
    try (var lab = new Lab()) {
      Workspace workspace =
          new Workspace(folder)
              .file("manifests/all.yaml", Company.manifests(size))
              .reaching(lab.sandbox());
      workspace.succeed("apply", "--auto-approve", "-q");
      lab.forget();

      Ran planned = workspace.run("plan", "--detailed-exitcode");

      assertThat(planned.code()).as("%s", planned).isZero();
      staysWithin(size, lab);
    }
  }

  /// What an apply reads of an account besides its plan: the lists once more, and what it wrote
  /// with the settings that stand on it. A saved plan reads just that before its writes, too.
  @Test
  void applyOfFiveChangesReadsNoMoreThanThatAgain() {
    int connectors = 60;
    int changes = 5;
    int lists = 12;
    var size = new Size(10, 10, connectors, connectors, 5, 2, 3, 7);
    try (var lab = new Lab()) {
      Workspace workspace =
          new Workspace(folder)
              .file("manifests/all.yaml", Company.manifests(size))
              .reaching(lab.sandbox());
      workspace.succeed("apply", "--auto-approve", "-q");
      int plan = calls(lab, () -> workspace.succeed("plan", "--detailed-exitcode"));
      pause(workspace, 0, changes);

      int applied = calls(lab, () -> workspace.succeed("apply", "--auto-approve"));
      pause(workspace, changes, 2 * changes);
      workspace.succeed("plan", "-o", "plan.json");
      int saved = calls(lab, () -> workspace.succeed("apply", "plan.json"));

      int look = lists + 2 * changes;
      assertThat(applied).isLessThanOrEqualTo(plan + changes + look);
      assertThat(saved).isLessThanOrEqualTo(2 * look + changes);
    }
  }

  private static int calls(Lab lab, Runnable run) {
    lab.forget();
    run.run();
    return lab.sandbox().requests().size();
  }

  private static void pause(Workspace workspace, int from, int to) {
    for (int index = from; index < to; index++) {
      String groups = "groups: [g" + index % 10 + "]\n  paused: ";
      String prefix = "\n  config: {schema_prefix: c" + index + ",";
      workspace.edit("manifests/all.yaml", groups + "false" + prefix, groups + "true" + prefix);
    }
  }

  private static void staysWithin(Size size, Lab lab) {
    staysWithin(size, 0, lab);
  }

  private static void staysWithin(Size size, int further, Lab lab) {
    List<RequestRecord> requests = lab.sandbox().requests();
    Map<String, Integer> asked =
        requests.stream()
            .collect(
                Collectors.groupingBy(
                    request -> classOf(request.path()),
                    TreeMap::new,
                    Collectors.summingInt(request -> 1)));
    Map<String, Integer> budget = size.budget();
    int beyond =
        asked.entrySet().stream()
            .mapToInt(
                entry -> Math.max(0, entry.getValue() - budget.getOrDefault(entry.getKey(), 0)))
            .sum();
    assertThat(beyond)
        .as("asked %s%nbudget %s", asked, budget)
        .isLessThanOrEqualTo(SPARE + further);
    assertThat(requests).allMatch(request -> request.method().equals("GET"));
  }

  private static String classOf(String path) {
    String[] parts = path.replaceFirst("^/v1/", "").split("/");
    if (parts.length == 1) {
      return "pages of " + parts[0];
    }
    if (parts.length == 2) {
      return switch (parts[0]) {
        case "connections" -> "details of connectors";
        case "destinations" -> "details of destinations";
        default -> "others";
      };
    }
    return parts[2].equals("schemas") ? "schemas" : "memberships";
  }
}
