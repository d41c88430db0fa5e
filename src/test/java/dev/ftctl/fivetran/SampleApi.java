package dev.ftctl.fivetran;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.fivetran.answer.Skim;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The shapes of call that kinds have.
public interface SampleApi {

  @RequestLine("GET /v1/groups?limit={limit}&cursor={cursor}")
  Page groups(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @RequestLine("GET /v1/groups?name={name}")
  Page groupsNamed(@Param("name") String name);

  @RequestLine("GET /v1/connections/{id}")
  Value.Mapping connection(@Param("id") String id);

  @Holds("id")
  @RequestLine("GET /v1/connections/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("GET /v1/connections/{id}/schemas")
  Value.Mapping schemas(@Param("id") String id);

  @Skim(
      levels = {"schemas", "tables"},
      dropping = "note")
  @RequestLine("GET /v1/connections/{id}/schemas")
  Value.Mapping skimmed(@Param("id") String id);

  @RequestLine("POST /v1/connections")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("POST /v1/groups")
  Value.Mapping createGroup(Value.Mapping body);

  @RequestLine("POST /v1/connections/{id}/sync")
  void sync(@Param("id") String id);

  @RequestLine("PATCH /v1/connections/{id}/schemas/{schema}/tables/{table}")
  Value.Mapping patchTable(
      @Param("id") String id,
      @Param("schema") String schema,
      @Param("table") String table,
      Value.Mapping body);

  @RequestLine("DELETE /v1/connections/{id}")
  void delete(@Param("id") String id);
}
