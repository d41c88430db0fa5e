package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.nested;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Group;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of a transformation project (fivetran-quirks 2.14).
final class ProjectFields {

  static final String GROUP = "group";
  static final String GROUP_ID = "group_id";
  static final String TYPE = "type";
  static final String CONFIG = "project_config";
  static final String REMOTE = "git_remote_url";
  static final String FOLDER = "folder_path";
  static final String DBT_VERSION = "dbt_version";
  static final String VARIABLES = "environment_vars";

  /// PATCH leaves what it isn't told of `project_config`.
  static final Set<String> MERGED = Set.of(CONFIG);

  /// The type that there is; the other one is its name of before.
  static final String DBT_CORE = "DBT_CORE";

  /// What a creation needs besides.
  static final List<String> AT_FIRST = List.of(DBT_VERSION, "default_schema");

  static final FieldTable TABLE =
      FieldTable.of(
              ref(GROUP, GROUP_ID, Group.SLUG).required().immutable().names(),
              Field.of(
                      TYPE,
                      new Shape.OneOf(
                          List.of(DBT_CORE), true, Map.of("DBT_GIT", DBT_CORE), Map.of()))
                  .notClearable()
                  .immutable()
                  .names(),
              nested(
                      CONFIG,
                      text(REMOTE).required().notClearable().immutable().names(),
                      text("git_branch"),
                      text(FOLDER),
                      text(DBT_VERSION).notClearable().immutable(),
                      text("default_schema").notClearable().immutable(),
                      text("target_name"),
                      integer("threads"),
                      Field.of(VARIABLES, new Shape.Free()),
                      text("public_key").readOnly())
                  .required())
          .dropping(
              Map.of(
                  "run_tests", "ftctl tests a project by itself (--run-setup-tests); take it out"))
          .ownedBy("spec of TransformationProject");

  private ProjectFields() {}
}
