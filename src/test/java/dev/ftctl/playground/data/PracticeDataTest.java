package dev.ftctl.playground.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Scale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is made up has the shape that the page promises, whatever the seed: F3.
final class PracticeDataTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:34:56.789Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void F3_recordsHaveTheirShape() {
    for (long seed : seeds()) {
      PracticeData data = PracticeData.make(seed, CLOCK, 60, 3, true);

      assertThat(data.items()).as("seed %d", seed).hasSize(60).allSatisfy(PracticeDataTest::check);
      assertThat(data.items().stream().map(Item::id)).doesNotHaveDuplicates();
      assertThat(data.items().stream().map(Item::createdAt)).isSorted().doesNotHaveDuplicates();
      assertThat(data.items().getFirst().createdAt())
          .isBetween(NOW.minus(Duration.ofHours(61)), NOW.minus(Duration.ofHours(60)));
    }
  }

  private static void check(Item item) {
    assertThat(item.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.*");
    assertThat(item.email()).matches("[a-z]+([.][a-z]+)*@example[.](com|net|org)");
    assertThat(item.address()).matches("[^\n]+\n[^\n,]+, [A-Z]{2} \\d{5}");
    assertThat(item.company())
        .matches("\\S+-\\S+|\\S+, \\S+ and \\S+|\\S+ (Inc|Ltd|LLC|PLC|Group|and Sons)");
    assertThat(item.name()).isNotBlank();
    assertThat(item.job()).isNotBlank();
    assertThat(Duration.between(item.createdAt(), item.updatedAt()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(59).plusSeconds(59));
    assertThat(item.updatedAt().toString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void F3_companiesHaveFourDepartmentsEach() {
    Directory directory = PracticeData.make(1, CLOCK, 0, 6, true).directory();

    for (Company company : directory.companies()) {
      List<Department> departments = directory.departments(company.id()).orElseThrow();
      assertThat(departments.stream().map(Department::name))
          .containsExactly("Engineering", "HR", "Finance", "Sales");
      assertThat(departments.stream().map(Department::id)).containsExactly(1, 2, 3, 4);
      assertThat(departments)
          .allMatch(one -> one.companyId() == company.id())
          .allMatch(one -> one.createdAt().equals(company.createdAt()))
          .allMatch(one -> !one.updatedAt().isBefore(company.createdAt()));
    }
    assertThat(directory.companies().stream().map(Company::id)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  /// Numbers of records and companies leave the credentials alone, and so do the seeds of others.
  @Test
  void seedDecidesEverything() {
    PracticeData one = PracticeData.make(7, CLOCK, 20, 2, true);

    assertThat(PracticeData.make(7, CLOCK, 20, 2, true).items()).isEqualTo(one.items());
    assertThat(PracticeData.make(7, CLOCK, 3, 1, false).credentials()).isEqualTo(one.credentials());
    assertThat(PracticeData.make(8, CLOCK, 20, 2, true).items()).isNotEqualTo(one.items());
    assertThat(PracticeData.make(8, CLOCK, 3, 1, false).credentials())
        .isNotEqualTo(one.credentials());
  }

  private static long[] seeds() {
    return new Random(Long.getLong("ftctl.test.seed", 106)).longs(Scale.of(5, 200)).toArray();
  }
}
