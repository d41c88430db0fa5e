package dev.ftctl.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepNameTest {

  /// They stand in journals, which outlive a version.
  @Test
  void wordsAreWhatTheyWere() {
    assertThat(Arrays.stream(StepName.values()).map(StepName::word))
        .containsExactly(
            "create", "update", "replace", "delete", "move", "settle", "test", "rest", "drop",
            "finish", "check");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void onlyStepOfAChangeIsCalledLikeItsAction(Action action) {
    assertThat(StepName.of(action).word()).isEqualTo(action.word());
  }

  @Test
  void stepOfWhatNeedsNoChangeIsACheck() {
    assertThat(StepName.of(Action.NONE)).isEqualTo(StepName.CHECK);
  }
}
