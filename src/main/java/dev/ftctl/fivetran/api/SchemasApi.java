package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Skim;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;

/// The calls of the API page "Connection Schema Management" (fivetran-quirks 2.5). Of schemas,
/// tables and columns all is kept but what is another in each and never compared: the memory that
/// an answer takes grows with what is different in it.
public interface SchemasApi {

  @Holds({"schema_change_handling", "enable_new_by_default", "schemas"})
  @Skim(
      levels = {"schemas", "tables", "columns"},
      dropping = {"name_in_destination", "is_primary_key"})
  @RequestLine("GET /v1/connections/{id}/schemas")
  Value.Mapping read(@Param("id") String connectionId);

  /// The same with what everything is called in the destination, for those who look there.
  @Holds({"schema_change_handling", "enable_new_by_default", "schemas"})
  @Skim(
      levels = {"schemas", "tables", "columns"},
      dropping = "is_primary_key")
  @RequestLine("GET /v1/connections/{id}/schemas")
  Value.Mapping readWithNames(@Param("id") String connectionId);

  @Skim(
      levels = {"schemas", "tables", "columns"},
      dropping = {"name_in_destination", "is_primary_key"})
  @RequestLine("POST /v1/connections/{id}/schemas")
  Value.Mapping preCreate(@Param("id") String connectionId, Value.Mapping body);

  @Skim(
      levels = {"schemas", "tables", "columns"},
      dropping = {"name_in_destination", "is_primary_key"})
  @RequestLine("PATCH /v1/connections/{id}/schemas")
  Value.Mapping update(@Param("id") String connectionId, Value.Mapping body);

  @Skim(
      levels = {"schemas", "tables", "columns"},
      dropping = {"name_in_destination", "is_primary_key"})
  @RequestLine("POST /v1/connections/{id}/schemas/reload")
  Value.Mapping reload(@Param("id") String connectionId, Value.Mapping body);

  @Holds("columns")
  @Skim(
      levels = "columns",
      dropping = {"name_in_destination", "is_primary_key"})
  @RequestLine("GET /v1/connections/{id}/schemas/{schema}/tables/{table}/columns")
  Value.Mapping columns(
      @Param("id") String connectionId,
      @Param("schema") String schema,
      @Param("table") String table);

  /// The same with what they are called in the destination.
  @Holds("columns")
  @Skim(levels = "columns", dropping = "is_primary_key")
  @RequestLine("GET /v1/connections/{id}/schemas/{schema}/tables/{table}/columns")
  Value.Mapping columnsWithNames(
      @Param("id") String connectionId,
      @Param("schema") String schema,
      @Param("table") String table);
}
