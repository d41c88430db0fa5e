package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.jsonschema.Schemas;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl schema`: the JSON Schemas of manifests, for editors.
@Command(name = "schema", description = "Print the JSON Schema of manifests, for editors; offline.")
public final class SchemaCommand implements Callable<Integer> {

  private static final String PROJECT = "project";
  private static final String ENVIRONMENT = "environment";
  private static final String TEST = "test";
  private static final String ROLLOUT = "rollout";

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      defaultValue = "",
      description =
          "Of one kind alone; 'project' for ftctl.yaml, 'environment' for environments/*.yaml,"
              + " 'test' for *.test.yaml, 'rollout' for a rollout. Without it, of any document.")
  String kind = "";

  private final Run run;

  public SchemaCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    KindList kinds = run.kinds().get();
    var schemas = new Schemas(kinds);
    run.output().document(text(schemas, kinds));
    return ExitCode.OK.number();
  }

  private String text(Schemas schemas, KindList kinds) {
    if (kind.isEmpty()) {
      return schemas.any();
    }
    if (kind.equals(PROJECT)) {
      return schemas.project();
    }
    if (kind.equals(ENVIRONMENT)) {
      return schemas.environment();
    }
    if (kind.equals(TEST)) {
      return schemas.test();
    }
    if (kind.equalsIgnoreCase(ROLLOUT)) {
      return schemas.rollout();
    }
    return kinds
        .named(kind)
        .or(() -> kinds.withSlug(kind))
        .map(found -> schemas.of(found.definition()))
        .orElseThrow(() -> unknown(kinds));
  }

  private RefusedException unknown(KindList kinds) {
    List<String> names = new ArrayList<>(kinds.names());
    names.addAll(List.of(PROJECT, ENVIRONMENT, TEST, ROLLOUT));
    String hint = Near.hint(kind, names);
    return new RefusedException(
        Refusal.USAGE,
        "there is no kind '" + kind + "'",
        hint.isEmpty() ? "There are " + Near.list(names) + "." : hint);
  }
}
