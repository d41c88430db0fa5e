package dev.ftctl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScaleTest {
  @Test
  void takesOneOfTheTwoSizes() {
    int size = Scale.of(10, 1000);

    assertThat(size).isIn(10, 1000);
  }
}
