package dev.ftctl.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ftctl.testing.Parcels;
import dev.ftctl.testing.SchemaCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What schemas say of references in lists, in objects and in lists of objects.
final class ReferencesAnywhereTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new Schemas(Parcels.KINDS).of(Parcels.KINDS.ofSlug("parcel").definition()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{connectors: [orders@eu, connector/orders@us, 12]}",
        "{connectors: [], after: null}",
        "{connectors: \"${var:some}\"}",
        "{after: [a, \"${var:b}\"]}",
        "{route: {depot: eu, source: crm@eu, detour: {over: [a]}}}",
        "{stops: [{place: x, guard: ana, with: [a]}]}",
      })
  void acceptsNames(String spec) {
    assertThat(SCHEMA.validate(SchemaCheck.documents(parcel(spec)).getFirst())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{connectors: orders}",
        "{connectors: {orders: eu}}",
        "{after: [null]}",
        "{after: [[a]]}",
        "{after: [\" a\"]}",
        "{route: {depot: [eu]}}",
        "{route: {detour: {over: a}}}",
        "{stops: [{place: x, with: [{a: b}]}]}",
      })
  void refusesWhatIsNoName(String spec) {
    assertThat(SCHEMA.validate(SchemaCheck.documents(parcel(spec)).getFirst())).isNotEmpty();
  }

  private static String parcel(String spec) {
    return "kind: Parcel\nmetadata: {name: p}\nspec: " + spec;
  }
}
