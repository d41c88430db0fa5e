package dev.ftctl.kind.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.kind.Interest;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A list that tells everything.
final class PlainReaderTest {

  private final PlainReader reader =
      new PlainReader(
          (limit, cursor) -> cursor == null ? page("a", "more") : page("b", ""),
          PlainReaderTest::live);

  @Test
  void listsAllPages() {
    assertThat(reader.list()).extracting(Live::identity).containsExactly("a", "b");
  }

  @Test
  void asksForNothingMore() {
    Live light = reader.list().getFirst();

    Live detailed = reader.details(light, new Interest.Whole());

    assertThat(detailed).isSameAs(light);
  }

  private static Page page(String name, String next) {
    return new Page(List.of(Values.mapping("{id: 'id_" + name + "', name: '" + name + "'}")), next);
  }

  private static Live live(Value.Mapping item) {
    String name = item.text("name");
    return new Live("sample", new RemoteId(name), name, name, item, true);
  }
}
