package dev.ftctl.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.OneFile;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The schema and `ftctl validate` accept and refuse the same documents.
final class AgreementTest {

  private static final long SEED = 20261122L;

  /// What the damaged documents refer to.
  private static final String AROUND =
      """
      ---
      kind: Connector
      metadata: {name: described}
      spec: {service: github, groups: [prod], config: {schema: git}}
      """;

  /// What a JSON Schema can't say of one document (docs/reference/schemas.md): a document refused
  /// for these alone is good for the schema.
  private static final Set<String> UNSAYABLE =
      Set.of(
          "unnamed-connection",
          "dropped-field",
          "named-twice",
          "unknown-override",
          "undescribed-reference",
          "insecure-url",
          "misplaced-field",
          "wrong-time",
          "fields-contradict");

  /// What the text of a reference turns out to be is known to a run only.
  private static final Set<String> OF_TEXTS = Set.of("wrong-type", "unknown-value");

  private static final SchemaCheck SCHEMA = new SchemaCheck("ftctl.schema.json");

  @Test
  void bothJudgeTheSame() {
    Map<String, JsonNode> corpus = Corpus.of(SEED, Scale.of(60, 1500));
    corpus.putAll(HandMade.documents());
    var disagreements = new ArrayList<String>();

    corpus.forEach((what, document) -> {
      List<Problem> refused = problems(document);
      var faults = SCHEMA.faults(document);
      boolean isSayable =
          !isForeign(refused) && refused.stream().anyMatch(problem -> isSayable(problem, what));
      if (faults.isEmpty() ? isSayable : refused.isEmpty()) {
        disagreements.add(what + "\n    ftctl: " + refused + "\n    schema: " + faults);
      }
    });

    assertThat(corpus).hasSizeGreaterThanOrEqualTo(300);
    assertThat(disagreements).as("seed %d", SEED).isEmpty();
  }

  private static List<Problem> problems(JsonNode document) {
    try {
      Manifests.read(
          ReadRequest.plain(
              new OneFile(document + "\n" + AROUND),
              List.of(OneFile.NAME),
              new Redaction(),
              Instant.EPOCH),
          Wanted.KINDS);
      return List.of();
    } catch (ManifestException wrong) {
      return wrong.problems().stream().filter(Problem::isError).toList();
    }
  }

  /// A schema can't say where a text may come from, nor what then lacks it.
  private static boolean isForeign(List<Problem> refused) {
    return refused.stream().anyMatch(problem -> problem.rule().equals("secret-in-name"));
  }

  private static boolean isSayable(Problem problem, String what) {
    boolean isOfText = what.endsWith("is \"${env:A:-5}\"") && OF_TEXTS.contains(problem.rule());
    // Of a value that is newer than the catalogue the schema can't say what goes with it.
    boolean isOfPair = problem.message().contains(" counts only with ");
    return !isOfText && !isOfPair && !UNSAYABLE.contains(problem.rule());
  }
}
