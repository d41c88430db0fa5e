package dev.ftctl.kind.plain;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.function.Function;

/// Reads a kind whose list tells everything that is compared.
///
/// @param page reads one of the list
/// @param live what an item of it is
public record PlainReader(Pages.Call page, Function<Value.Mapping, Live> live)
    implements KindReader {

  @Override
  public List<Live> list() {
    return Pages.all(page).stream().map(live).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return light;
  }
}
