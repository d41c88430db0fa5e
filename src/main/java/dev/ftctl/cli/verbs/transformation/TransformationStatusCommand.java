package dev.ftctl.cli.verbs.transformation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.Table;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.transformation.RunSight;
import dev.ftctl.operate.transformation.Transformations;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl transformation status`: all of them, or those that are named. Sends GETs only.
@Command(name = "status", description = "Show how transformations are.")
public final class TransformationStatusCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin TransformationFlags flags = new TransformationFlags();

  private final Run run;

  public TransformationStatusCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    try (var live =
        LiveObjects.open(
            run,
            common,
            accounts,
            project,
            false,
            (account, described) -> flags.directory(run, account, described.resources()))) {
      List<Named> shown =
          flags.isGiven() ? flags.of(live.directory()).objects() : live.directory().all();
      common.print(run.output(), common.isJson() ? json(shown) : table(shown));
      return ExitCode.OK.number();
    }
  }

  private static String json(List<Named> shown) {
    ObjectNode document = Json.object().put("kind", Transformations.SLUG);
    ArrayNode items = document.putArray("items");
    for (Named each : shown) {
      ObjectNode item =
          items.addObject().put("address", each.address().toString()).put("id", each.id());
      each.live()
          .fields()
          .entries()
          .forEach((name, value) -> item.putIfAbsent(name, Json.of(value)));
    }
    return Json.text(document);
  }

  private static String table(List<Named> shown) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of("ADDRESS", "ID", "TYPE", "STATUS", "PAUSED", "LAST STARTED", "TOOK", "SCHEDULE"));
    shown.forEach(each -> rows.add(row(each)));
    return new Table(rows).toString();
  }

  private static List<String> row(Named each) {
    Value.Mapping fields = each.live().fields();
    var sight = new RunSight(fields);
    boolean hasRun = !sight.started().equals(Instant.MIN);
    boolean hasEnded = hasRun && !sight.isRunning() && !sight.ended().isBefore(sight.started());
    return List.of(
        each.address().toString(),
        each.id(),
        cell(fields.text("type")),
        cell(sight.status()),
        cell(fields.get("paused").asText()),
        hasRun ? sight.started().truncatedTo(ChronoUnit.SECONDS).toString() : "-",
        hasEnded ? English.duration(Duration.between(sight.started(), sight.ended())) : "-",
        cell(schedule(fields.mapping("schedule"))));
  }

  private static String schedule(Value.Mapping schedule) {
    return switch (schedule.text("schedule_type")) {
      case "INTERVAL" -> "every " + schedule.get("interval").asText() + " min";
      case "TIME_OF_DAY" -> "at " + schedule.text("time_of_day") + days(schedule);
      case "CRON" -> "cron " + joined(schedule.get("cron"), "; ");
      case "INTEGRATED" -> "after its connections";
      default -> schedule.text("schedule_type");
    };
  }

  private static String days(Value.Mapping schedule) {
    String days = joined(schedule.get("days_of_week"), ", ");
    return days.isEmpty() ? "" : " on " + days;
  }

  private static String joined(Value list, String between) {
    return list instanceof Value.Items items
        ? String.join(between, items.items().stream().map(Value::asText).toList())
        : "";
  }

  private static String cell(String text) {
    return text.isEmpty() ? "-" : English.printable(text);
  }
}
