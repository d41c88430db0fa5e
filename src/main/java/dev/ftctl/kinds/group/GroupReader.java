package dev.ftctl.kinds.group;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.GroupsApi;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;

/// Reads groups; the list says everything.
record GroupReader(GroupsApi api) implements KindReader {

  @Override
  public List<Live> list() {
    return Pages.all(api::list).stream().map(GroupReader::live).toList();
  }

  @Override
  public Live details(Live light, Resource wanted) {
    return light;
  }

  private static Live live(Value.Mapping group) {
    String name = group.text("name");
    return new Live("group", new RemoteId(group.text("id")), name, name, group, true);
  }
}
