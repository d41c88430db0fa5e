package dev.ftctl.cli.sql;

import com.fasterxml.jackson.core.JacksonException;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Value;
import dev.ftctl.sql.SchemaConfiguration;
import dev.ftctl.sql.SourceNames;
import dev.ftctl.sql.SourceTable;
import dev.ftctl.sql.token.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the names of tables and columns come from: an account or a file.
///
/// @param dialect as it was asked for; empty for that of the destination
/// @param isSource whether the files have names of the source only
record NamesAsked(
    Run run,
    CommonFlags common,
    String connector,
    String schema,
    String dialect,
    boolean isSource) {

  private static final int LARGEST_SCHEMA = 512_000_000;

  /// @throws RefusedException when the file is no schema configuration, or no dialect is given
  RewrittenFiles ofFile(List<SqlFile> files) {
    if (dialect.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--schema tells no destination, so the dialect is not known",
          "Give --dialect: " + String.join(", ", Dialect.names()) + ".");
    }
    Dialect known = known(dialect).orElseThrow(this::unknownDialect);
    List<SourceTable> tables = SchemaConfiguration.tables(saved(), name -> "");
    return RewrittenFiles.of(files, known, new SourceNames(tables, isSource), List.of());
  }

  private Value.Mapping saved() {
    try {
      byte[] bytes =
          BoundedFile.any(run.console().folder().resolve(schema), LARGEST_SCHEMA)
              .orElseThrow(() -> new IOException("it is larger than 512 MB"));
      Value value = ValueJson.read(new ByteArrayInputStream(bytes));
      if (value instanceof Value.Mapping whole) {
        Value.Mapping answer = whole.get("data") instanceof Value.Mapping data ? data : whole;
        if (answer.get("schemas") instanceof Value.Mapping) {
          return answer;
        }
      }
      throw noConfiguration("it has no schemas");
    } catch (JacksonException broken) {
      throw noConfiguration("it is no JSON");
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "can't read " + schema + ": " + Reasons.of(unreadable), "");
    }
  }

  private RefusedException noConfiguration(String why) {
    return new RefusedException(
        Refusal.INVALID,
        schema + " is no schema configuration: " + why,
        "Save one by ftctl api GET connections/ID/schemas -o FILE.");
  }

  private static Optional<Dialect> known(String name) {
    return Dialect.of(name);
  }

  private RefusedException unknownDialect() {
    String hint = Near.hint(dialect, Dialect.names());
    return new RefusedException(
        Refusal.USAGE,
        "--dialect " + dialect + " is none that ftctl reads",
        hint.isEmpty() ? "Give " + String.join(", ", Dialect.names()) + "." : hint);
  }

  /// By the schema configuration, and a call for each table that the files name.
  RewrittenFiles ofAccount(List<SqlFile> files, AccountFlags accounts, ProjectFlags project) {
    Optional<Dialect> asked =
        dialect.isEmpty()
            ? Optional.empty()
            : Optional.of(known(dialect).orElseThrow(this::unknownDialect));
    try (var live = LiveObjects.open(run, common, accounts, project, false, Set.of("connector"))) {
      Named named = one(live.directory().find(connector));
      Dialect spoken = asked.orElseGet(() -> ofDestination(live, named));
      SchemasApi api = live.account().api(SchemasApi.class);
      List<SourceTable> tables =
          SchemaConfiguration.tables(
              api.readWithNames(named.id()), name -> landing(named).schemaOf(name));
      RewrittenFiles first =
          RewrittenFiles.of(files, spoken, new SourceNames(tables, isSource), List.of());
      var columns = new TableColumns(api, named.id());
      List<SourceTable> filled = columns.filled(tables, first);
      return RewrittenFiles.of(files, spoken, new SourceNames(filled, isSource), columns.unread());
    }
  }

  private Named one(List<Named> found) {
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new RefusedException(
        Refusal.USAGE,
        "--connector " + connector + " means " + found.size() + " connections",
        found.isEmpty()
            ? "ftctl get connector lists what there is."
            : "Say which one: " + found.getFirst().address() + ", …");
  }

  private Dialect ofDestination(LiveObjects live, Named named) {
    String group = named.live().fields().text("group_id");
    String service = live.account().api(DestinationsApi.class).details(group).text("service");
    return Dialect.of(service)
        .orElseThrow(() ->
            new RefusedException(
                Refusal.USAGE,
                "the destination is " + service + ", whose dialect ftctl does not know",
                "Give --dialect: " + String.join(", ", Dialect.names()) + "."));
  }

  private Landing landing(Named named) {
    return run.kinds()
        .get()
        .ofSlug("connector")
        .definition()
        .downstream()
        .flatMap(downstream -> downstream.loads())
        .orElseThrow()
        .landing(named.live().fields());
  }
}
