package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.endtoend.FieldRun.Seen;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One field, one write: each field of each kind, changed alone in a document, comes to what its
/// traits in the field table say ([FieldOutcome]).
class OneFieldTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261202);

  @TempDir Path folder;

  /// Some of each kind and outcome; all of them in the deep size.
  private static List<Place> some(Stream<Place> places, int oneIn) {
    var random = new Random(SEED);
    Set<String> sorts = new HashSet<>();
    return places
        .filter(place ->
            random.nextInt(oneIn) == 0
                | sorts.add(place.kind().slug() + " " + FieldOutcome.of(place)))
        .toList();
  }

  @Test
  void comesToWhatItsTraitsSay() {
    List<Place> places = some(changed().filter(place -> !isOnlyOne(place)), Scale.of(10, 1));

    try (Lab lab = OneOfEach.lab()) {
      assertThat(wrong(new FieldRun(folder, lab, places).together())).isEmpty();
    }
  }

  @Test
  void theOnlyOneOfAnAccountDoesSoToo() {
    List<Place> places = some(changed().filter(OneFieldTest::isOnlyOne), Scale.of(10, 1));

    try (var lab = new Lab()) {
      for (Place place : places) {
        assertThat(wrong(FieldRun.alone(folder, lab, place).together())).isEmpty();
      }
    }
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    List<Place> places =
        FieldPlaces.all().stream()
            .filter(place -> FieldOutcome.of(place) == FieldOutcome.REFUSED)
            .toList();

    try (Lab lab = OneOfEach.lab()) {
      assertThat(new FieldRun(folder, lab, places).refusedByNobody()).isEmpty();
    }
  }

  /// No exception is one that the traits say as well, or of a field that is gone; and what a test
  /// of its own shows is shown by a test that exists.
  @Test
  void exceptionsAreNeeded() throws IOException {
    List<Place> all = FieldPlaces.all();

    for (var row : FieldOutcome.EXCEPTIONS.entrySet()) {
      FieldOutcome.Exception exception = row.getValue();
      assertThat(all)
          .as(row.toString())
          .anyMatch(place ->
              (place.key().equals(row.getKey()) || place.toString().equals(row.getKey()))
                  && FieldOutcome.byTraits(place) != exception.outcome());
      if (exception.outcome() == FieldOutcome.ELSEWHERE) {
        String[] parts = exception.why().split("#", -1);
        Path test = Path.of("src/test/java/dev/ftctl/endtoend", parts[0] + ".java");
        assertThat(Files.readString(test)).contains("void " + parts[1] + "(");
      }
    }
    for (String row : FieldSamples.rows()) {
      assertThat(all).as(row).anyMatch(place -> place.key().equals(row));
    }
  }

  @Test
  void eachKindHasAFieldThatIsSaidSomehow() {
    assertThat(changed().map(Place::kind).distinct())
        .containsExactlyElementsOf(OneOfEach.kinds().toList());
  }

  private static Stream<Place> changed() {
    return FieldPlaces.all().stream()
        .filter(place -> FieldOutcome.of(place) != FieldOutcome.REFUSED)
        .filter(place -> FieldOutcome.of(place) != FieldOutcome.ELSEWHERE);
  }

  private static boolean isOnlyOne(Place place) {
    return place.kind().slug().equals("account-log");
  }

  private static List<String> wrong(List<Seen> all) {
    var wrong = new ArrayList<String>();
    for (Seen seen : all) {
      for (String what : FieldJudge.wrong(seen)) {
        wrong.add(
            "%s %s: %s %s (-Dftctl.test.seed=%d)"
                .formatted(
                    seen.documents().address(),
                    seen.place(),
                    what,
                    seen.plan().path("fields"),
                    SEED));
      }
    }
    return wrong;
  }
}
