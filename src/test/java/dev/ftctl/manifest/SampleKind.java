package dev.ftctl.manifest;

import dev.ftctl.kind.Aliased;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A kind that has a table and nothing else.
record SampleKind(
    String name, String slug, String namedBy, Function<Value.Mapping, FieldTable> table)
    implements KindDefinition {

  Kind kind() {
    return new Kind(this, account -> nobody(), account -> nobody());
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return table.apply(spec);
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.empty();
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Aliased> aliased() {
    return name.equals("Connector") ? Optional.of(() -> List.of("Connection")) : Optional.empty();
  }

  private static <T> T nobody() {
    throw new UnsupportedOperationException();
  }
}
