package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.AllServices;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Written;
import dev.ftctl.walk.RandomCompany;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever an account has: a plan of what was exported changes nothing, and another account made
/// of it exports the same bytes.
class RoundTripTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130L);

  @TempDir Path folder;

  /// Those that were in an export, in documents of their own or inside others.
  private final Set<String> kinds = new TreeSet<>();

  /// How many exports say that a connection has no agent although its destination has one.
  private int declined;

  @Test
  void companiesComeBack() {
    for (int i = 0; i < Scale.of(12, 1000); i++) {
      String[] folded = i % 2 == 0 ? new String[0] : new String[] {"--fold", "fan-out"};
      String company = RandomCompany.text(new Random(SEED + i), false);
      requireRoundTrip(company, "seed " + (SEED + i), i, folded);
    }
    assertThat(declined).isPositive();
    assertThat(kinds)
        .isEqualTo(OneOfEach.kinds().map(KindDefinition::slug).collect(Collectors.toSet()));
  }

  @Test
  void servicesComeBack() {
    int step = Scale.of(90, 1);
    requireRoundTrip(AllServices.documents(SEED, step), "seed " + SEED, -1);
  }

  private void requireRoundTrip(String manifests, String what, int number, String... flags) {
    try (var one = new Lab(RandomCompany.account()).allowing("replace", "expose", "history");
        var other = new Lab(RandomCompany.account())) {
      one.apply(Written.resources(manifests));
      Exports first = new Exports(folder.resolve("one" + number), one);
      first.export(flags);

      String exported = String.join("", first.files().values());
      declined += exported.contains("hybrid_deployment_agent: null") ? 1 : 0;
      OneOfEach.kinds()
          .filter(kind ->
              exported.contains("kind: " + kind.name() + "\n")
                  || exported.matches("(?s).*  " + kind.slug().replace('-', '_') + ":( \\{|\n).*"))
          .forEach(kind -> kinds.add(kind.slug()));

      Ran planned = first.workspace().run("plan", "--detailed-exitcode", "--strict");
      assertThat(planned.code()).as("%s\n%s", what, planned).isZero();

      Exports second = new Exports(folder.resolve("other" + number), other);
      first.applyTo(other);
      second.export(flags);
      Map<String, String> again = second.files();
      Map<String, String> before = first.files();
      assertThat(again.keySet()).as(what).isEqualTo(before.keySet());
      before.forEach(
          (path, text) -> assertThat(again.get(path)).as("%s %s", what, path).isEqualTo(text));
    }
  }
}
