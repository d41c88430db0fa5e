package dev.ftctl.render.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ftctl.render.Samples;
import dev.ftctl.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

public final class PlanJsonTest {

  @Test
  void everyKindOfChangeHasItsShape() {
    var plan = Samples.everything();

    String json = PlanJson.of(PlanReport.of(plan, 4));

    Golden.check("render/plan-everything.json", json);
  }

  @Test
  void planKeepsToItsSchema() throws IOException {
    String json = PlanJson.of(PlanReport.of(Samples.everything(), 4));

    assertThat(faults("plan.schema.json", json)).isEmpty();
  }

  @Test
  void emptyPlanKeepsToItsSchema() throws IOException {
    String json = PlanJson.of(PlanReport.of(Samples.nothing(), 0));

    assertThat(faults("plan.schema.json", json)).isEmpty();
  }

  @Test
  void schemaRefusesAnotherFormat() throws IOException {
    String json = PlanJson.of(PlanReport.of(Samples.nothing(), 0)).replace("/v1", "/v2");

    assertThat(faults("plan.schema.json", json)).isNotEmpty();
  }

  public static java.util.List<com.networknt.schema.Error> faults(String schema, String json)
      throws IOException {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return registry
        .getSchema(Files.readString(Path.of("schemas", schema)))
        .validate(json, InputFormat.JSON);
  }
}
