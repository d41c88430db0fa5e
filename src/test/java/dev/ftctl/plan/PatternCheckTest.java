package dev.ftctl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.WrittenPattern;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns that cover nothing: errors of the command line, warnings of the project file.
class PatternCheckTest {

  /// What the project file says of another environment's objects is no fault of this run; what the
  /// command line says is for this run alone.
  @ParameterizedTest
  @CsvSource({
    "connector/orders, true",
    "connector/orders@prod, true",
    "connector/ord*@prod, true",
    "connector/stripe@prod, false",
    "group/prod, false",
  })
  void lineOfTheProjectFileMayMeanAnotherEnvironment(String text, boolean isMeant) {
    var check = new PatternCheck(Set.of(), Set.of(Address.of("connector", "orders")));
    var pattern = new AddressPattern(text);
    SourceLocation place = SourceLocation.of("ftctl.yaml", 3, 1);

    assertThat(check.uncovered(List.of(new WrittenPattern(pattern, "protect", place))))
        .hasSize(isMeant ? 0 : 1);
    assertThat(check.uncovered(List.of(WrittenPattern.ofFlag("--reload", text)))).hasSize(1);
  }

  private static final SourceLocation PLACE = SourceLocation.of("ftctl.yaml", 3, 11);

  private final PatternCheck check =
      new PatternCheck(
          Set.of(new Address("connector", "orders", "eu"), Address.of("group", "eu")), Set.of());

  @Test
  void whatCoversSomethingIsNotTold() {
    assertThat(
            check.uncovered(
                List.of(
                    WrittenPattern.ofFlag("--reload", "connector/orders"),
                    WrittenPattern.ofFlag("--reload", "*@eu"),
                    written("group/*"))))
        .isEmpty();
  }

  @Test
  void flagIsAnError() {
    assertThat(check.uncovered(List.of(WrittenPattern.ofFlag("--reload", "connector/order"))))
        .containsExactly(
            Problem.error(
                SourceLocation.NONE,
                "covers-nothing",
                "",
                "--reload=connector/order covers nothing that is described or live",
                "did you mean 'connector/orders'?"));
  }

  @Test
  void lineOfTheProjectFileIsAWarningAtItsPlace() {
    assertThat(check.uncovered(List.of(written("connector/quite-another"))))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.severity()).isEqualTo(Severity.WARNING);
          assertThat(problem.place()).isEqualTo(PLACE);
          assertThat(problem.fix()).isEqualTo("mend the address, or take it out");
        });
  }

  @Test
  void everythingMayBeNothing() {
    var empty = new PatternCheck(Set.of(), Set.of());

    assertThat(empty.uncovered(List.of(WrittenPattern.ofFlag("--rotate-secrets", "*")))).isEmpty();
    assertThat(empty.uncovered(List.of(WrittenPattern.ofFlag("--rotate-secrets", "*/*"))))
        .hasSize(1);
  }

  private static WrittenPattern written(String pattern) {
    return new WrittenPattern(new AddressPattern(pattern), "protect: " + pattern, PLACE);
  }
}
