package dev.ftctl.cli.connector;

import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.ProjectText;
import dev.ftctl.export.copy.Secrets;
import dev.ftctl.walk.Described;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Names of environment variables that a project reads already, as far as its secrets and its
/// `.env.example` tell.
record UsedVariables(Run run, ProjectFlags project, Described described) {

  private static final String ENVIRONMENT = "env:";

  List<String> all() {
    var used = new ArrayList<String>();
    described
        .resources()
        .forEach(resource ->
            Secrets.of(resource).values().stream()
                .map(secret -> secret.source().name())
                .filter(name -> name.startsWith(ENVIRONMENT))
                .map(name -> name.substring(ENVIRONMENT.length()))
                .forEach(used::add));
    String folder = described.project().folder();
    project
        .request(run)
        .tree()
        .read((folder.isEmpty() ? "" : folder + "/") + ".env.example")
        .ifPresent(
            bytes -> used.addAll(ProjectText.variables(new String(bytes, StandardCharsets.UTF_8))));
    return used;
  }
}
