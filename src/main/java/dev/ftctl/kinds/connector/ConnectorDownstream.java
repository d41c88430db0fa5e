package dev.ftctl.kinds.connector;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets.Downstream;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.kind.downstream.Effect;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What connections bring to a warehouse, and which changes of them break it.
record ConnectorDownstream(ConnectorTable table) implements Downstream, Downstream.Loads {

  private static final FieldPath PAUSED = FieldPath.of("paused");

  @Override
  public Optional<Loads> loads() {
    return Optional.of(this);
  }

  @Override
  public List<Break> breaks(Change change) {
    var breaks = new ArrayList<Break>();
    switch (change) {
      case Change.Delete delete -> breaks.add(Break.whole(Effect.DELETED));
      case Change.Replace replace -> breaks.add(Break.whole(Effect.REPLACED));
      case Change.Update update -> {
        if (pauses(update.findings().fields())) {
          breaks.add(Break.whole(Effect.PAUSED));
        }
        moved(update, breaks);
      }
      case Change.Create create -> moved(create, breaks);
      case Change.Keep keep -> {}
      case Change.Gone gone -> {}
    }
    return List.copyOf(breaks);
  }

  private static boolean pauses(List<FieldChange> fields) {
    return fields.stream()
        .anyMatch(field -> field.path().equals(PAUSED) && field.after().equals(Value.bool(true)));
  }

  /// The API moves no connection: where it was before nothing comes any more (`moved_from`).
  private static void moved(Change.OfDocument change, List<Break> breaks) {
    boolean isMoved = change.findings().fields().stream().anyMatch(MovedFrom::rests);
    MovedFrom.of(change.wanted())
        .filter(former -> isMoved)
        .ifPresent(former -> breaks.add(new Break(Effect.RENAMED, List.of(), former.toString())));
  }

  @Override
  public String warehouse(Live live) {
    return live.fields().text("group_id");
  }

  @Override
  public Landing landing(Value.Mapping live) {
    return Landing.of(table.facts(live), live.text("schema"));
  }

  @Override
  public Optional<Landing> landing(Resource wanted) {
    return table.schemaName(wanted).map(name -> Landing.of(table.facts(wanted.spec()), name));
  }

  @Override
  public Landing landing(String service, String name) {
    return Landing.of(table.facts(Value.Mapping.EMPTY.with("service", Value.text(service))), name);
  }
}
