package dev.ftctl.kind.plain;

import static dev.ftctl.kind.table.Field.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is called for each change of a plain kind.
final class PlainWriterTest {

  private static final SampleDefinition CHANGEABLE =
      new SampleDefinition(
          FieldTable.of(text("name").required().identity(), text("region"), text("note")));

  /// Such as proxy agents are: created and deleted, and never changed.
  private static final SampleDefinition FIXED =
      new SampleDefinition(
          FieldTable.of(
              text("name").required().identity(),
              text("region").immutable(),
              text("note").immutable()));

  private static final Address ADDRESS = Address.of("sample", "one");

  private final Ids ids = new Ids();
  private final List<String> calls = new ArrayList<>();
  private final List<Live> there = new ArrayList<>();

  @Test
  void createsWithAllThatIsSaidAndKnowsTheId() {
    run(writer(CHANGEABLE), CHANGEABLE.create("{name: 'one', region: 'EU'}", ids));

    assertThat(calls).containsExactly("create {name=one, region=EU}");
    assertThat(ids.find(ADDRESS)).contains(new RemoteId("new"));
  }

  @Test
  void findsWhatALostCreationLeftByItsIdentity() {
    there.add(live("other", "9", "{name: 'other'}"));
    there.add(live("one", "7", "{name: 'one'}"));
    var lost =
        new PlainWriter(
            CHANGEABLE,
            reader(),
            new PlainCalls(
                body -> {
                  throw failure(502, true);
                },
                (id, body) -> {},
                id -> {}));

    run(lost, CHANGEABLE.create("{name: 'one'}", ids));

    assertThat(ids.find(ADDRESS)).contains(new RemoteId("7"));
  }

  @Test
  void sendsWhatChangedAndNothingElse() {
    Live before = live("one", "7", "{name: 'one', region: 'EU', note: 'old'}");

    run(writer(CHANGEABLE), CHANGEABLE.update("{region: 'EU', note: 'new'}", before, ids));

    assertThat(calls).containsExactly("update 7 {note=new}");
  }

  @Test
  void leavesToOtherCallsWhatTheyChange() {
    Live before = live("one", "7", "{region: 'EU', note: 'old'}");
    PlainWriter writer = writer(CHANGEABLE, "note");

    run(writer, CHANGEABLE.update("{region: 'US', note: 'new'}", before, ids));

    assertThat(calls).containsExactly("update 7 {region=US}", "afterwards 7 [region, note]");
  }

  @Test
  void sendsNoUpdateWhereOnlyOtherCallsChangeSomething() {
    Live before = live("one", "7", "{note: 'old'}");
    PlainWriter writer = writer(CHANGEABLE, "note");

    run(writer, CHANGEABLE.update("{note: 'new'}", before, ids));

    assertThat(calls).containsExactly("afterwards 7 [note]");
  }

  @Test
  void replacesWhatNoCallChanges() {
    Live before = live("one", "7", "{name: 'one', region: 'EU', note: 'old'}");
    Resource wanted = resource("{name: 'one', region: 'EU', note: 'new'}");
    Findings findings = FIXED.compare(wanted, before, ids, Intent.PLAIN);
    var writer =
        new PlainWriter(
            FIXED,
            reader(),
            PlainCalls.withoutUpdate(this::create, this::delete),
            change -> true,
            this::afterwards);

    run(writer, new Change.Replace(wanted, before, findings));

    assertThat(findings.replaces()).isTrue();
    assertThat(calls)
        .containsExactly(
            "delete 7",
            "create {name=one, region=EU, note=new}",
            "afterwards new [name, region, note]");
  }

  @Test
  void updatesNothingWithoutACallForIt() {
    Live before = live("one", "7", "{note: 'old'}");
    Change update = CHANGEABLE.update("{note: 'new'}", before, ids);
    var writer =
        new PlainWriter(CHANGEABLE, reader(), PlainCalls.withoutUpdate(this::create, this::delete));

    assertThatThrownBy(() -> run(writer, update))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("7");
  }

  @Test
  void deletes() {
    run(writer(CHANGEABLE), deletion());

    assertThat(calls).containsExactly("delete 7");
  }

  @Test
  void takesGoneForDeleted() {
    var gone =
        new PlainWriter(
            CHANGEABLE,
            reader(),
            PlainCalls.withoutUpdate(
                this::create,
                id -> {
                  throw failure(404, false);
                }));

    assertThat(run(gone, deletion())).isEqualTo(StepResult.DONE);
  }

  @Test
  void callsNothingForWhatStays() {
    Resource wanted = resource("{name: 'one'}");

    run(writer(CHANGEABLE), new Change.Keep(wanted, live("one", "7", "{}"), Findings.NONE));
    run(writer(CHANGEABLE), new Change.Gone(wanted, Findings.NONE));

    assertThat(calls).isEmpty();
  }

  static Resource resource(String spec) {
    return new Resource(
        ADDRESS, Metadata.named("one"), Values.mapping(spec), SourceLocation.of("m.yaml", 1, 1));
  }

  private static Live live(String identity, String id, String fields) {
    return new Live("sample", new RemoteId(id), identity, identity, Values.mapping(fields), true);
  }

  private static Change deletion() {
    return new Change.Delete(
        ADDRESS, live("one", "7", "{}"), SourceLocation.NONE, "absent: true", Findings.NONE);
  }

  private static ApiException failure(int status, boolean isAmbiguous) {
    return new ApiException(new ApiFailure("POST", "/v1/samples", status, "", "", isAmbiguous));
  }

  private StepResult run(PlainWriter writer, Change change) {
    return writer.run(SampleDefinition.step(change), ids, Intent.PLAIN);
  }

  private PlainReader reader() {
    return new PlainReader(
        (limit, cursor) -> SampleDefinition.page(there),
        item -> there.get(Integer.parseInt(item.text("place"))));
  }

  private PlainWriter writer(SampleDefinition definition) {
    return new PlainWriter(
        definition, reader(), new PlainCalls(this::create, this::update, this::delete));
  }

  /// One that changes a field by another call.
  private PlainWriter writer(SampleDefinition definition, String otherwise) {
    return new PlainWriter(
        definition,
        reader(),
        new PlainCalls(this::create, this::update, this::delete),
        change -> !change.path().toString().equals(otherwise),
        this::afterwards);
  }

  private Value.Mapping create(Value.Mapping body) {
    calls.add("create " + said(body));
    return Values.mapping("{id: 'new'}");
  }

  private void update(String id, Value.Mapping body) {
    calls.add("update " + id + " " + said(body));
  }

  private void delete(String id) {
    calls.add("delete " + id);
  }

  private void afterwards(RemoteId id, List<FieldChange> changes, Ids known) {
    calls.add("afterwards " + id + " " + changes.stream().map(FieldChange::path).toList());
  }

  private static String said(Value.Mapping body) {
    return body.entries().keySet().stream()
        .map(name -> name + "=" + body.text(name))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
