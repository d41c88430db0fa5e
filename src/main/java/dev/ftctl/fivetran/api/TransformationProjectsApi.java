package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Transformation Project Management" (fivetran-quirks 2.14). Items of
/// the list have no `project_config`.
public interface TransformationProjectsApi {

  @RequestLine("GET /v1/transformation-projects?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/transformation-projects")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/transformation-projects/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/transformation-projects/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/transformation-projects/{id}")
  void delete(@Param("id") String id);

  @RequestLine("POST /v1/transformation-projects/{id}/test")
  Value.Mapping test(@Param("id") String id);
}
