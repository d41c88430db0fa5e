package dev.ftctl.cli.init;

import dev.ftctl.jsonschema.Schemas;
import dev.ftctl.kind.KindList;
import java.util.ArrayList;
import java.util.List;

/// What a repository of manifests begins with.
///
/// @param host whose workflows it gets
/// @param hasExamples whether manifests to try are among it: what lies in a repository already
///   would be joined by them in the account
/// @param needsFolder whether there is no folder of manifests yet
/// @param secrets names of variables that the manifests read
/// @param hasTests whether there are tests already
record Starter(
    CiHost host,
    boolean hasExamples,
    boolean needsFolder,
    List<String> secrets,
    boolean hasTests,
    Release release) {

  private static final List<String> OF_EXAMPLES = List.of("WAREHOUSE_PASSWORD", "ORDERS_PASSWORD");

  Starter {
    secrets = List.copyOf(secrets);
  }

  /// In the order in which they are told.
  List<StarterFile> files(KindList kinds) {
    var files = new ArrayList<StarterFile>();
    files.add(StarterFile.whole("ftctl.yaml", text("ftctl.yaml")));
    if (hasExamples) {
      for (String name : List.of("orders.test.yaml", "orders.yaml", "warehouse.yaml")) {
        files.add(StarterFile.whole("manifests/" + name, text(name)));
      }
    } else if (needsFolder) {
      files.add(StarterFile.whole("manifests/README.md", text("manifests.md")));
    }
    files.addAll(workflows());
    files.add(StarterFile.lines(".gitignore", text("gitignore")));
    files.add(StarterFile.lines(".gitattributes", text("gitattributes")));
    files.add(
        StarterFile.joined(".vscode/settings.json", text("settings.json"), "ftctl.schema.json"));
    var schemas = new Schemas(kinds);
    files.add(StarterFile.whole("schemas/ftctl.schema.json", schemas.any()));
    files.add(StarterFile.whole("schemas/project.schema.json", schemas.project()));
    files.add(StarterFile.whole("schemas/environment.schema.json", schemas.environment()));
    files.add(StarterFile.whole("schemas/test.schema.json", schemas.test()));
    return files;
  }

  private List<StarterFile> workflows() {
    List<String> read = hasExamples ? OF_EXAMPLES : secrets;
    var workflow = new WorkflowText(release, read, hasExamples || hasTests);
    return switch (host) {
      case GITHUB ->
          List.of("ftctl-apply.yml", "ftctl-drift.yml", "ftctl-plan.yml").stream()
              .map(name -> StarterFile.whole(".github/workflows/" + name, workflow.of(name)))
              .toList();
      case GITLAB ->
          List.of(StarterFile.joined(".gitlab-ci.yml", workflow.of("gitlab-ci.yml"), "ftctl"));
      case NONE -> List.of();
    };
  }

  private static String text(String resource) {
    return ResourceText.of("starter/" + resource);
  }
}
