package dev.ftctl.kind.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FindingsTest {

  private static final FieldPath NOTE = FieldPath.of("note");

  @Test
  void addUpWhatNeedsNothing() {
    assertThat(Findings.NONE.plusUnchanged(2).plusUnchanged(3).unchanged()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void replaceWhereAFieldCannotChange(Effect effect) {
    Findings findings =
        Findings.of(List.of(FieldChange.of(NOTE, Value.ABSENT, Value.text("a"), effect)));

    assertThat(findings.replaces()).isEqualTo(effect == Effect.REPLACE);
  }

  @Test
  void collectTheNotesOfAField() {
    FieldChange change = FieldChange.set(NOTE, Value.ABSENT, Value.text("a"));

    assertThat(change.noting("first").note()).isEqualTo("first");
    assertThat(change.noting("first").noting("second").note()).isEqualTo("first; second");
  }

  @Test
  void clearAFieldThatIsSetToNothing() {
    assertThat(FieldChange.set(NOTE, Value.text("a"), Value.nothing()).effect())
        .isEqualTo(Effect.CLEAR);
    assertThat(FieldChange.set(NOTE, Value.nothing(), Value.text("a")).effect())
        .isEqualTo(Effect.SET);
  }
}
