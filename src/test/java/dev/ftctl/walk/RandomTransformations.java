package dev.ftctl.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is built in the warehouses of a random company: Quickstarts, and dbt in one of its groups.
/// Each may run after one that was made before it.
final class RandomTransformations {

  private final RandomCompany company;
  private final List<String> names = new ArrayList<>();

  RandomTransformations(RandomCompany company) {
    this.company = company;
  }

  /// @param stripes connections of Stripe, as `NAME@GROUP`
  List<String> quickstarts(List<String> stripes) {
    return stripes.stream()
        .filter(stripe -> company.chance(60))
        .map(stripe -> quickstart("qs_" + stripe.replace('@', '_'), stripe))
        .toList();
  }

  private String quickstart(String name, String connection) {
    return """
    kind: Transformation
    metadata: {name: %s}
    spec:
      type: QUICKSTART
      paused: %s
      schedule: {%s}
      transformation_config: {package_name: stripe, connections: ["%s"], excluded_models: %s}
    """
        .formatted(
            name,
            company.chance(30),
            schedule(name),
            connection,
            company.one("[]", "[stripe__overview]"));
  }

  /// @param loaded connections in the project's group, as `NAME@GROUP`
  List<String> dbt(String project, List<String> loaded) {
    var documents = new ArrayList<String>();
    for (String name : List.of("nightly", "hourly")) {
      if (company.chance(70)) {
        documents.add(dbt(name + "_" + project, project, loaded));
      }
    }
    return documents;
  }

  private String dbt(String name, String project, List<String> loaded) {
    String connections =
        loaded.stream()
            .filter(each -> company.chance(50))
            .map(each -> '"' + each + '"')
            .collect(Collectors.joining(", "));
    return """
    kind: Transformation
    metadata: {name: %s}
    spec:
      type: DBT_CORE
      paused: %s
      schedule: {%s, connections: [%s]}
      transformation_config: {project: %s, steps: [{name: build, command: %s}, {name: test, command: dbt test}]}
    """
        .formatted(
            name,
            company.chance(30),
            schedule(name),
            connections,
            project,
            company.one("dbt build", "dbt run"));
  }

  private String schedule(String name) {
    String after =
        ", transformations: ["
            + (names.isEmpty() || company.chance(50) ? "" : names.getLast())
            + "]";
    names.add(name);
    return company.one(
            "schedule_type: INTEGRATED",
            "schedule_type: TIME_OF_DAY, time_of_day: \"06:30\"",
            "schedule_type: INTERVAL, interval: 60, smart_syncing: true",
            "schedule_type: CRON, cron: [\"0 6 * * *\"]")
        + after;
  }
}
