package dev.ftctl.kind.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RenamesTest {

  private static final Live OLD =
      new Live("group", new RemoteId("g1"), "old", "old", Values.mapping("{name: 'old'}"), true);

  @Test
  void comeBeforeTheOtherChanges() {
    Findings others =
        Findings.of(List.of(FieldChange.set(FieldPath.of("x"), Value.ABSENT, Value.text("y"))));

    assertThat(Renames.found(others, "name", Value.text("new"), OLD).fields())
        .extracting(ComparisonTest::told)
        .containsExactly("name: \"old\" → \"new\" SET", "x: (not set) → \"y\" SET");
  }

  @Test
  void areNoneWhereTheNameIsTheSameOrNotSaid() {
    assertThat(Renames.found(Findings.NONE, "name", Value.text("old"), OLD).fields()).isEmpty();
    assertThat(Renames.found(Findings.NONE, "name", Value.ABSENT, OLD).fields()).isEmpty();
  }

  @Test
  void areRefusedWhereAKindCannotMove() {
    assertThat(Renames.refused(movedFrom("old"), "a destination can't leave its group"))
        .extracting(Problem::rule, Problem::message)
        .containsExactly(
            tuple(
                "cannot-move", "says `moved_from: old`, but a destination can't leave its group"));
    assertThat(Renames.refused(movedFrom(""), "never said")).isEmpty();
  }

  private static Resource movedFrom(String former) {
    var metadata =
        new Metadata("new", Map.of(), false, false, false, List.of(), 0, former, List.of());
    return new Resource(
        Address.of("group", "new"), metadata, Value.Mapping.EMPTY, SourceLocation.NONE);
  }
}
