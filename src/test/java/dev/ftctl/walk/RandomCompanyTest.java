package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tests over random companies know only the kinds that such a company can have.
class RandomCompanyTest {

  static List<String> kinds() {
    return Wanted.KINDS.kinds().stream().map(Kind::definition).map(KindDefinition::name).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void mayHaveOneOfEachKind(String kind) {
    assertThat(LongStream.range(0, 50))
        .anyMatch(
            seed -> RandomCompany.text(new Random(seed), false).contains("kind: " + kind + "\n"));
  }
}
