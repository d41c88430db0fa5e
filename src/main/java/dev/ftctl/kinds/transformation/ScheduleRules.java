package dev.ftctl.kinds.transformation;

import static dev.ftctl.kinds.transformation.RunTimes.CRON;
import static dev.ftctl.kinds.transformation.RunTimes.INTERVAL;
import static dev.ftctl.kinds.transformation.RunTimes.TIME_OF_DAY;

import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What no table says of a transformation's schedule, checked offline.
///
/// @param schedule as its manifest writes it
record ScheduleRules(Resource wanted, Value.Mapping schedule) {

  private static final String HALF_HOUR = "([01][0-9]|2[0-3]):(00|30)";

  static List<Problem> check(Resource wanted) {
    return wanted.spec().get(RunTimes.FIELD) instanceof Value.Mapping schedule
        ? new ScheduleRules(wanted, schedule).problems()
        : List.of();
  }

  private List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    if (isMissing(TIME_OF_DAY, "time_of_day")) {
      problems.add(missing("time_of_day", "add time_of_day: \"06:30\""));
    }
    if (isMissing(INTERVAL, "interval") || type().equals(INTERVAL) && !isPositive()) {
      problems.add(missing("interval", "add interval: 60, in minutes"));
    }
    if (isMissing(CRON, "cron")) {
      problems.add(missing("cron", "add cron: [\"0 6 * * *\"]"));
    }
    halfHour(problems);
    RunTimes.said(schedule).entries().entrySet().stream()
        .filter(said -> !said.getValue().isBlank() && !RunTimes.isOf(schedule, said.getKey()))
        .forEach(said -> problems.add(ofOtherType(said.getKey())));
    boolean hasConnections = !schedule.get(RunTimes.CONNECTIONS).isBlank();
    if (hasConnections && TransformationType.isQuickstart(wanted.spec())) {
      problems.add(
          error(
              schedule.placeOf(RunTimes.CONNECTIONS),
              "fields-contradict",
              "schedule.connections are those of a dbt transformation, and type is 'QUICKSTART'",
              "take them out: it runs after those of its transformation_config"));
    }
    return problems;
  }

  private void halfHour(List<Problem> problems) {
    Value said = schedule.get("time_of_day");
    if (!said.isBlank() && !said.asText().matches(HALF_HOUR)) {
      String shown = said.origin().printsAsSource() ? said.display() : "'" + said.asText() + "'";
      problems.add(
          error(
              said.origin().place(),
              "wrong-time",
              "time_of_day is " + shown + ", and Fivetran takes half hours",
              "write it as \"06:30\", from 00:00 to 23:30"));
    }
  }

  private Problem ofOtherType(String member) {
    String types = String.join(" or ", RunTimes.TYPES.get(member));
    return error(
        schedule.placeOf(member),
        "fields-contradict",
        member + " counts only with schedule_type " + types + ", and that is '" + type() + "'",
        "write schedule_type " + types + ", or take " + member + " out");
  }

  private Problem missing(String member, String fix) {
    return error(
        schedule.get(RunTimes.TYPE).origin().place(),
        "missing-field",
        "schedule_type '" + type() + "' needs " + member + " beside it",
        fix);
  }

  private boolean isMissing(String type, String member) {
    return type().equals(type) && schedule.get(member).isBlank();
  }

  private boolean isPositive() {
    return !(schedule.get("interval") instanceof Value.Num number) || number.number().signum() > 0;
  }

  private String type() {
    return schedule.text(RunTimes.TYPE);
  }

  private Problem error(SourceLocation place, String rule, String message, String fix) {
    return Problem.error(place, rule, wanted.address().toString(), message, fix);
  }
}
