package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// Sets up what a [Case] begins with.
final class CaseStage {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, String> SECRETS =
      Map.of(
          "WAREHOUSE_PASSWORD", "zq-warehouse-password",
          "DB_PASSWORD", "zq-database-password",
          "API_KEY", "zq-api-key",
          "HOOK_SECRET", "zq-hook-secret");

  private CaseStage() {}

  /// The user's folder of a case, and its account in the lab.
  ///
  /// @param temporary that the folder is made in
  static Workspace begun(Case one, Lab lab, Path temporary) throws Exception {
    Path project = temporary.resolve("project");
    Workspace workspace = reaching(lab, project);
    if (one.has("account.json")) {
      lab.sandbox().control().replaceAccount(filled(lab, one.read("account.json")));
    }
    if (one.has("before")) {
      Workspace.copy(one.folder().resolve("before"), project.resolve("manifests"));
      workspace.succeed("apply", "--auto-approve", "--journal", "none", "--parallelism", "1");
      if (one.flags().contains("--base")) {
        Repository.commit(project);
      }
      delete(project.resolve("manifests"));
    }
    if (one.has("faults.json")) {
      lab.sandbox().control().faults(JSON.readTree(one.read("faults.json")));
    }
    one.project().forEach(file -> workspace.file(file.toString(), one.bytes(file)));
    return workspace;
  }

  private static Workspace reaching(Lab lab, Path project) {
    var workspace = new Workspace(project).reaching(lab.sandbox());
    SECRETS.forEach(workspace::with);
    return workspace;
  }

  /// The fresh account with the objects of a file in it.
  private static ObjectNode filled(Lab lab, String objects) throws IOException {
    ObjectNode account = lab.sandbox().control().account();
    JSON.readTree(objects)
        .properties()
        .forEach(collection ->
            account
                .withObject("/" + collection.getKey())
                .setAll((ObjectNode) collection.getValue()));
    return account;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
