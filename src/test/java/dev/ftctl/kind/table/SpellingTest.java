package dev.ftctl.kind.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final Spelling REGIONS =
      Spelling.of(
          List.of("GCP_US_EAST4", "AWS_US_EAST_1", "AWS_US_EAST_2", "AZURE_EASTUS2", "Directly"));

  private static final Spelling OFFSETS = Spelling.of(List.of("-5", "0", "+5", "UTC-1", "UTC+1"));

  @ParameterizedTest
  @CsvSource({
    "GCP_US_EAST4, GCP_US_EAST4",
    "gcp_us_east4, GCP_US_EAST4",
    "gcp-us-east4, GCP_US_EAST4",
    "Gcp Us East4, GCP_US_EAST4",
    "GCPUSEAST4, GCP_US_EAST4",
    "aws.us.east.1, AWS_US_EAST_1",
    "DIRECTLY, Directly",
  })
  void memberIsKnownInAnyCaseAndWithAnySeparators(String written, String member) {
    assertThat(REGIONS.known(written)).contains(member);
  }

  @ParameterizedTest
  @CsvSource({"GCP_US_EAST5", "us-east-2", "+GCP_US_EAST4", "''"})
  void anotherNameIsNoSpelling(String written) {
    assertThat(REGIONS.known(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5", "UTC1", "UTC 1"})
  void signIsNoSeparator(String written) {
    assertThat(OFFSETS.known(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-2, AWS_US_EAST_2",
    "us-east4, GCP_US_EAST4",
    "eastus2, AZURE_EASTUS2",
    "GCP_US_EAST5, GCP_US_EAST4",
    "AWS_US_EAST_2A, AWS_US_EAST_2",
  })
  void nearIsATypoOrANameWithoutWhatFivetranPutsAroundIt(String written, String member) {
    assertThat(REGIONS.near(written)).contains(member);
  }

  @Test
  void nothingIsNearToAnotherWord() {
    assertThat(REGIONS.near("mars")).isEmpty();
  }

  @Test
  void aliasMeansItsMember() {
    var methods = new Spelling(List.of("QUERY_BASED", "WAL"), Map.of("XMIN", "QUERY_BASED"));

    assertThat(methods.meaning("xmin")).isEqualTo(methods.meaning("QueryBased"));
    assertThat(methods.meaning("WAL")).isNotEqualTo(methods.meaning("XMIN"));
  }

  /// Every enumeration of the catalogue: a member is itself, and its other spellings are it, or
  /// another that differs from it in spelling alone.
  @Test
  void everyMemberOfTheCatalogueIsFoundByItsOtherSpellings() {
    var wrong = new ArrayList<String>();
    List<Shape.OneOf> all = enumerations();

    for (Shape.OneOf few : all) {
      Spelling spelling = few.spelling();
      for (String member : few.members()) {
        boolean isItself = spelling.known(member).equals(Optional.of(member));
        boolean isFound =
            Stream.of(
                    member.toLowerCase(Locale.ROOT),
                    member.toUpperCase(Locale.ROOT),
                    member.replace('_', ' '),
                    " " + member)
                .allMatch(other ->
                    spelling
                        .known(other)
                        .filter(it -> spelling.meaning(it).equals(spelling.meaning(member)))
                        .isPresent());
        if (!isItself || !isFound) {
          wrong.add(member + " of " + few.members());
        }
      }
    }

    assertThat(all).hasSizeGreaterThan(500);
    assertThat(wrong).isEmpty();
  }

  private static List<Shape.OneOf> enumerations() {
    Catalog catalog = Catalog.bundled();
    Stream<ServiceFacts> services =
        Stream.concat(
                catalog.connectionServices().stream().map(name -> catalog.connection(name)),
                catalog.destinationServices().stream().map(name -> catalog.destination(name)))
            .flatMap(Optional::stream);
    return services
        .flatMap(facts -> Stream.of(facts.config(), facts.auth()))
        .flatMap(fields -> flat(fields.values()))
        .filter(field -> !field.enumValues().isEmpty())
        .map(field -> new Shape.OneOf(field.enumValues(), true))
        .toList();
  }

  private static Stream<FieldFacts> flat(Collection<FieldFacts> fields) {
    return fields.stream()
        .flatMap(field -> Stream.concat(Stream.of(field), flat(field.fields().values())));
  }
}
