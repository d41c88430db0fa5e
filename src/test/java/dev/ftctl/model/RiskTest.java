package dev.ftctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsFlag(Risk risk) {
    assertThat(Risk.named(risk.flag())).contains(risk);
  }

  @Test
  void isFoundByNothingElse() {
    assertThat(Risk.named("EXPOSE")).isEmpty();
    assertThat(Risk.named("")).isEmpty();
  }
}
