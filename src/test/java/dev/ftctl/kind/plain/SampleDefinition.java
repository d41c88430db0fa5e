package dev.ftctl.kind.plain;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A kind that is its table and nothing else.
record SampleDefinition(FieldTable table) implements KindDefinition {

  @Override
  public String name() {
    return "Sample";
  }

  @Override
  public String slug() {
    return "sample";
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return table;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(wanted.spec().text("name"));
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    return Comparison.between(table, wanted.spec(), live.fields(), ids).findings(wanted.address());
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(table, wanted);
  }

  Change create(String spec, Ids ids) {
    Resource wanted = PlainWriterTest.resource(spec);
    return new Change.Create(wanted, creation(wanted, ids));
  }

  Change update(String spec, Live live, Ids ids) {
    Resource wanted = PlainWriterTest.resource(spec);
    return new Change.Update(wanted, live, compare(wanted, live, ids, Intent.PLAIN), false);
  }

  static Step step(Change change) {
    return new Step(change, StepName.of(change.action()), false);
  }

  /// A page whose items say which of the given objects they are.
  static Page page(List<Live> there) {
    List<Value.Mapping> items =
        IntStream.range(0, there.size())
            .mapToObj(place -> Values.mapping("{id: 'p" + place + "', place: '" + place + "'}"))
            .toList();
    return new Page(items, "");
  }
}
