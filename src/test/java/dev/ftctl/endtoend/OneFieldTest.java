package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.endtoend.FieldRun.Seen;
import dev.ftctl.kind.table.Shape;
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

  /// So many objects are in one account.
  private static final int CHUNK = 400;

  @TempDir Path folder;

  /// Those of plain documents, and some of other services and types: of each kind and outcome one
  /// at least, all of them in the deep size.
  private static List<Place> some(Stream<Place> places) {
    var random = new Random(SEED);
    int oneIn = Scale.of(10, 1);
    Set<String> sorts = new HashSet<>();
    return places
        .filter(place -> {
          boolean isNew = sorts.add(place.kind().slug() + " " + FieldOutcome.of(place));
          return random.nextInt(oneIn) == 0 || isNew || place.variant().isEmpty();
        })
        .toList();
  }

  @Test
  void comesToWhatItsTraitsSay() {
    List<Place> places = some(changed().filter(place -> !isOnlyOne(place)));

    try (Lab lab = OneOfEach.lab()) {
      assertThat(wrong(new FieldRun(folder, lab, places).together())).isEmpty();
    }
  }

  /// What services of connectors and destinations are configured by; all of them in the deep size.
  @Test
  void configOfServicesDoesSoToo() {
    List<Place> places =
        Stream.of("connector", "destination")
            .map(OneOfEach::kind)
            .flatMap(kind ->
                kind.services().stream()
                    .filter(
                        service -> Math.floorMod(service.hashCode() + SEED, Scale.of(200, 1)) == 0)
                    .flatMap(service -> FieldPlaces.of(kind, service)))
            .filter(place -> List.of("config", "auth").contains(place.path().getFirst()))
            .filter(place -> !place.field().name().equals("connection_type"))
            .filter(place -> !isNamedByAnother(place) && !hasOneValue(place))
            .filter(place -> isChanged(FieldOutcome.of(place)))
            .toList();

    var wrong = new ArrayList<String>();
    for (int from = 0; from < places.size(); from += CHUNK) {
      try (Lab lab = OneOfEach.lab()) {
        List<Place> some = places.subList(from, Math.min(places.size(), from + CHUNK));
        wrong.addAll(wrong(new FieldRun(folder.resolve("of" + from), lab, some).together()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theOnlyOneOfAnAccountDoesSoToo() {
    List<Place> places = some(changed().filter(OneFieldTest::isOnlyOne));

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

  /// Where `spec.id` finds an object, what else it is known by is a field like any other: changed,
  /// or told to be what no call changes.
  @Test
  void identityThatIsAnotherIsToldOfAPinnedObject() {
    List<Place> places =
        changed()
            .filter(place -> FieldOutcome.of(place) == FieldOutcome.ANOTHER)
            .filter(place -> place.kind().partOf().isEmpty())
            .filter(place -> place.variant().isEmpty() || place.kind().variants().isPresent())
            .toList();

    try (Lab lab = OneOfEach.lab()) {
      assertThat(new FieldRun(folder, lab, places).silentWithAnId()).isEmpty();
    }
  }

  /// No exception is one that the traits say as well, or of a field that is gone; and what a test
  /// of its own shows is shown by a test that exists.
  @Test
  void exceptionsAreNeeded() throws IOException {
    List<Place> all = new ArrayList<>(FieldPlaces.all());
    FieldPlaces.of(OneOfEach.kind("connector"), "connector_sdk").forEach(all::add);

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
    return FieldPlaces.all().stream().filter(place -> isChanged(FieldOutcome.of(place)));
  }

  /// A group of tables names a connection before its table does.
  private static boolean isNamedByAnother(Place place) {
    return place.key().equals("connector config.table")
        && FieldPlaces.of(place.kind(), place.variant())
            .anyMatch(other -> other.key().equals("connector config.table_group_name"));
  }

  private static boolean hasOneValue(Place place) {
    return place.field().shape() instanceof Shape.OneOf one && one.members().size() == 1;
  }

  private static boolean isChanged(FieldOutcome outcome) {
    return outcome != FieldOutcome.REFUSED && outcome != FieldOutcome.ELSEWHERE;
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
