package dev.ftctl.manifest;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.FieldTable;
import dev.ftctl.kind.Findings;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.Optional;
import java.util.function.Function;

/// A kind that has a table and nothing else.
record SampleKind(
    String name, String slug, int order, String namedBy, Function<Value.Mapping, FieldTable> table)
    implements Kind, KindDefinition {

  @Override
  public KindDefinition definition() {
    return this;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return table.apply(spec);
  }

  @Override
  public KindReader reader(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KindWriter writer(Account account) {
    throw new UnsupportedOperationException();
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
}
