package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.binding.BoundBefore;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.Since;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Damage;
import dev.ftctl.testing.Scale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whoever binds a draft, and whether it was bound before, what comes of it is the same: resources,
/// problems, their order and their hints.
final class BindingTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);
  private static final KindList KINDS = Kinds.all(Catalog.bundled());

  /// @param wrong why it ended early, with everything that it tells
  private record Outcome(List<Resource> resources, List<Problem> problems, String wrong) {}

  @Test
  void helpersChangeNothing() {
    for (int round = 0; round < Scale.of(150, 5_000); round++) {
      Map<String, byte[]> files = Damage.done(new Random(SEED + round));

      Outcome alone = read(files, ParsedFiles.forgetting(), BoundBefore.NOTHING, 0);

      for (int helpers : new int[] {1, 7}) {
        assertThat(read(files, ParsedFiles.forgetting(), BoundBefore.NOTHING, helpers))
            .as("-Dftctl.test.seed=%d, %d helpers", SEED + round, helpers)
            .isEqualTo(alone);
      }
    }
  }

  /// More names than anybody gets a hint for.
  @Test
  void hintsAreGivenToTheFirstHoweverManyBind() {
    var text = new StringBuilder("kind: Group\nmetadata: {name: finance}\n");
    for (int number = 0; number < 300; number++) {
      text.append(
          """
          ---
          kind: Team
          metadata: {name: team%1$d}
          spec: {role: Account Reviewer, groups: {financ: View Destination}, users: {nobody%1$d@example.com: Team Member}}
          """
              .formatted(number));
    }
    Map<String, byte[]> files =
        Map.of("manifests/a.yaml", text.toString().getBytes(StandardCharsets.UTF_8));

    Outcome alone = read(files, ParsedFiles.forgetting(), BoundBefore.NOTHING, 0);

    assertThat(alone.problems()).isNotEmpty();
    assertThat(read(files, ParsedFiles.forgetting(), BoundBefore.NOTHING, 7)).isEqualTo(alone);
  }

  /// As `--changed-since` reads a revision after what became of it.
  @Test
  void whatWasBoundBeforeChangesNothing() {
    for (int round = 0; round < Scale.of(150, 5_000); round++) {
      Map<String, byte[]> files = Damage.done(new Random(SEED + round));
      ParsedFiles parsed = ParsedFiles.of(request(Damage.none()));
      var now = new ProjectReading(request(Damage.none()), KINDS, parsed);
      BoundBefore before = now.described().before();
      assertThat(now.problems().errors()).isZero();

      assertThat(errors(read(files, parsed, before, 1)))
          .as("-Dftctl.test.seed=%d", SEED + round)
          .isEqualTo(errors(read(files, ParsedFiles.forgetting(), BoundBefore.NOTHING, 1)));
    }
  }

  /// What is not bound again tells nothing, and before it told no error.
  private static Outcome errors(Outcome outcome) {
    return new Outcome(
        outcome.resources(),
        outcome.problems().stream().filter(Problem::isError).toList(),
        outcome.wrong());
  }

  private static Outcome read(
      Map<String, byte[]> files, ParsedFiles parsed, BoundBefore before, int helpers) {
    var reading = new ProjectReading(request(files), KINDS, parsed);
    try {
      List<Bound> bounds = reading.described(before, helpers).bounds();
      return new Outcome(
          bounds.stream().map(Bound::resource).toList(), reading.problems().sorted(false), "");
    } catch (UnknownPathException unmatched) {
      return new Outcome(
          List.of(), reading.problems().sorted(false), String.valueOf(unmatched.getMessage()));
    } catch (ManifestException wrong) {
      return new Outcome(List.of(), wrong.problems(), "at once");
    }
  }

  private static ReadRequest request(Map<String, byte[]> files) {
    return new ReadRequest(
            new MemoryTree(new TreeMap<>(files)),
            "",
            List.of(),
            "",
            Map.of(),
            Map.of("PASSWORD", "pass-word"),
            Map.of(),
            List.of(),
            false,
            new Redaction(),
            Instant.EPOCH,
            false)
        .changed(new Since(Path.of(""), "HEAD"));
  }
}
