package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the API takes though its document doesn't say so, each seen in the official provider's
/// end-to-end suite (2026-11).
public final class Undocumented {
  private static final String UNSTRUCTURED = "unstructured";
  private static final String REPORTS = "reports";

  private Undocumented() {}

  /// The name of a connection that has no `table`, since its reports bring their tables
  /// (`google_display_and_video_360`, `double_click_campaign_manager`): the schema alone. Empty
  /// where the service or the request has no such reports.
  ///
  /// @param naming looks a naming key up
  public static Optional<String> schemaOfReports(
      ServiceFacts facts, JsonNode config, Function<String, Optional<String>> naming) {
    var bringsTables = hasReportsWithTables(facts) && !config.path(REPORTS).isEmpty();
    return bringsTables ? naming.apply("schema") : Optional.empty();
  }

  private static boolean hasReportsWithTables(ServiceFacts facts) {
    return facts.naming() == NamingFamily.SCHEMA_TABLE
        && (facts.field(List.of(REPORTS, "table")).isPresent()
            || facts.field(List.of(REPORTS, "table_name")).isPresent());
  }

  /// The field with the values that it has besides those of the document: `file_type: unstructured`
  /// where `file_handling` knows that word (`share_point`).
  static FieldFacts widened(ServiceFacts facts, FieldFacts field) {
    var handling = facts.config().get("file_handling");
    if (!field.name().equals("file_type")
        || handling == null
        || !handling.enumValues().contains(UNSTRUCTURED)) {
      return field;
    }
    var values = new ArrayList<>(field.enumValues());
    values.add(UNSTRUCTURED);
    return new FieldFacts(
        field.name(),
        field.type(),
        field.secret(),
        field.readOnly(),
        field.login(),
        values,
        field.aliases(),
        field.itemKeys(),
        field.merged(),
        field.fields());
  }
}
