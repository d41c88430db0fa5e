package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.example.KindExample;
import dev.ftctl.jsonschema.Schemas;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl schema`: the JSON Schemas of manifests, for editors.
@Command(
    name = "schema",
    description =
        "Print the JSON Schema of manifests, for editors, or a manifest to start from; offline.")
public final class SchemaCommand implements Callable<Integer> {

  private static final String PROJECT = "project";
  private static final String ENVIRONMENT = "environment";
  private static final String TEST = "test";
  private static final String ROLLOUT = "rollout";
  private static final List<String> OTHERS = List.of(PROJECT, ENVIRONMENT, TEST, ROLLOUT);

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      defaultValue = "",
      description =
          "Of one kind alone; 'project' for ftctl.yaml, 'environment' for environments/*.yaml,"
              + " 'test' for *.test.yaml, 'rollout' for a rollout. Without it, of any document.")
  String kind = "";

  @Option(
      names = "--example",
      description = "Instead of the schema a commented document of KIND; it validates as it is.")
  boolean isExample;

  private final Run run;

  public SchemaCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    KindList kinds = run.kinds().get();
    run.output().document(isExample ? example(kinds) : text(new Schemas(kinds), kinds));
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
        .typed(kind)
        .map(found -> schemas.of(found.definition()))
        .orElseThrow(() -> unknown(kinds, OTHERS));
  }

  private String example(KindList kinds) {
    if (kind.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--example asks for a kind",
          "Give one of " + String.join(", ", kinds.names()) + ".");
    }
    return kinds
        .typed(kind)
        .map(found -> KindExample.of(found.definition()))
        .orElseThrow(() ->
            OTHERS.contains(kind.toLowerCase(Locale.ROOT))
                ? new RefusedException(
                    Refusal.USAGE,
                    "'" + kind + "' is no kind, and --example asks for one",
                    "ftctl init writes a project with examples of its files.")
                : unknown(kinds, List.of()));
  }

  private RefusedException unknown(KindList kinds, List<String> others) {
    List<String> names = new ArrayList<>(kinds.names());
    names.addAll(others);
    String hint = kinds.hint(kind, names);
    return new RefusedException(
        Refusal.USAGE,
        "there is no kind '" + kind + "'",
        hint.isEmpty() ? "There are " + Near.list(names) + "." : hint);
  }
}
