package dev.ftctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortlistTest {

  @ParameterizedTest
  @CsvSource({
    "20, '', ''",
    "20, group/a, group/a",
    "20, group/a group/b, 'group/a, group/b'",
    "19, group/a group/b group/c, 'group/a, group/b +1'",
    "18, group/a group/b group/c, group/a +2",
    "10, group/a group/b group/c, group/a +2",
    "9, group/a group/b group/c, group… +2",
    "7, group/a, group/a",
    "6, group/a, group…",
    "1, group/a, …",
    "0, group/a, ''",
    "3, group/a group/b, ' +1'",
  })
  void fitInTheRoomThatThereIs(int room, String names, String expected) {
    List<String> all = names.isEmpty() ? List.of() : Arrays.asList(names.split(" "));

    assertThat(Shortlist.within(room, all)).isEqualTo(expected);
  }
}
