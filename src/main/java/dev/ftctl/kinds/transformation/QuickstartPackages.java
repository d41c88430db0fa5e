package dev.ftctl.kinds.transformation;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.kind.Vetted.Known;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Quickstart packages that Fivetran has, by their names.
record QuickstartPackages(Map<String, Value.Mapping> byName, Known known) {

  /// Reads all of them.
  ///
  /// @throws dev.ftctl.model.problem.ApiException where they can't be read
  static QuickstartPackages of(Account account, Known known) {
    var byName = new LinkedHashMap<String, Value.Mapping>();
    Pages.all(account.api(TransformationsApi.class)::packages)
        .forEach(one -> byName.put(one.text("name"), one));
    return new QuickstartPackages(byName, known);
  }

  /// What of a Quickstart its package doesn't have.
  List<Problem> wrong(Resource wanted) {
    Value.Mapping config = wanted.spec().mapping(TransformationType.CONFIG);
    Value name = config.get(TransformationType.PACKAGE);
    Value.Mapping metadata = byName.get(name.asText());
    if (metadata == null) {
      return List.of(
          error(
              name.origin().place(),
              "unknown-package",
              wanted,
              "Fivetran has no Quickstart package '" + name.asText() + "'",
              Near.hint(name.asText(), byName.keySet())));
    }
    var problems = new ArrayList<Problem>();
    var one = new One(wanted, name.asText(), metadata);
    Shape.elements(config.get(TransformationType.CONNECTIONS))
        .forEach(connection -> one.connection(connection, known).ifPresent(problems::add));
    Shape.elements(config.get(TransformationType.EXCLUDED))
        .forEach(model -> one.model(model).ifPresent(problems::add));
    config
        .mapping(TransformationType.VARIABLES)
        .entries()
        .forEach((variable, value) -> one.variable(variable, value).ifPresent(problems::add));
    return problems;
  }

  private static Problem error(
      SourceLocation place, String rule, Resource wanted, String message, String fix) {
    return Problem.error(place, rule, wanted.address().toString(), message, fix);
  }

  /// A Quickstart beside its package.
  private record One(Resource wanted, String name, Value.Mapping metadata) {

    Optional<Problem> connection(Value connection, Known known) {
      List<String> services = texts("connector_types");
      if (!(connection instanceof Value.Reference reference) || services.isEmpty()) {
        return Optional.empty();
      }
      String service = service(reference.target(), known);
      return service.isEmpty() || services.contains(service)
          ? Optional.empty()
          : Optional.of(
              wrong(
                  connection.origin().place(),
                  "is for connections of "
                      + Near.list(services)
                      + ", and "
                      + reference.target()
                      + " is of service '"
                      + service
                      + "'",
                  "name another connection, or another package"));
    }

    private static String service(Address address, Known known) {
      return known
          .wanted(address)
          .map(resource -> resource.spec().text("service"))
          .or(() -> known.live(address).map(live -> live.fields().text("service")))
          .orElse("");
    }

    Optional<Problem> model(Value model) {
      List<String> models = texts("output_model_names");
      return models.isEmpty() || models.contains(model.asText())
          ? Optional.empty()
          : Optional.of(
              wrong(
                  model.origin().place(),
                  "has no model '" + model.asText() + "'",
                  hint(model.asText(), models)));
    }

    Optional<Problem> variable(String variable, Value value) {
      Value.Mapping declared = metadata.mapping(TransformationType.VARIABLES);
      SourceLocation place =
          wanted
              .spec()
              .mapping(TransformationType.CONFIG)
              .mapping(TransformationType.VARIABLES)
              .placeOf(variable);
      if (declared.get(variable).isAbsent()) {
        return Optional.of(
            wrong(
                place,
                "has no variable '" + variable + "'",
                hint(variable, List.copyOf(declared.entries().keySet()))));
      }
      var kind = new VariableKind(declared.mapping(variable));
      return kind.takes(value)
          ? Optional.empty()
          : Optional.of(
              wrong(place, "takes " + kind.wanted() + " for variable '" + variable + "'", ""));
    }

    private List<String> texts(String member) {
      return Shape.elements(metadata.get(member)).stream().map(Value::asText).toList();
    }

    private static String hint(String text, List<String> known) {
      String hint = Near.hint(text, known);
      return hint.isEmpty() && !known.isEmpty() ? "there are: " + Near.list(known) : hint;
    }

    private Problem wrong(SourceLocation place, String what, String fix) {
      return error(place, "package-mismatch", wanted, "package '" + name + "' " + what, fix);
    }
  }
}
