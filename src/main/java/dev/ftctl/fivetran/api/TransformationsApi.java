package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Transformation Management" (fivetran-quirks 2.13).
public interface TransformationsApi {

  /// @param group the id of the only group that is meant
  @RequestLine("GET /v1/transformations?group_id={group}&limit={limit}&cursor={cursor}")
  Page list(
      @Param("group") @Nullable String group,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/transformations")
  Value.Mapping create(Value.Mapping body);

  /// The Quickstart packages that there are: `name`, `version`, `connector_types`,
  /// `output_model_names`, `configurable_variables`.
  @RequestLine("GET /v1/transformations/package-metadata?limit={limit}&cursor={cursor}")
  Page packages(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("GET /v1/transformations/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/transformations/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/transformations/{id}")
  void delete(@Param("id") String id);

  /// Begins a run; `full_refresh` builds what is incremental from the start.
  @RequestLine("POST /v1/transformations/{id}/run")
  void run(@Param("id") String id, Value.Mapping body);

  @RequestLine("POST /v1/transformations/{id}/cancel")
  void cancel(@Param("id") String id, Value.Mapping body);

  /// Brings the package of a Quickstart to its newest version.
  @RequestLine("POST /v1/transformations/{id}/upgrade")
  void upgrade(@Param("id") String id, Value.Mapping body);
}
