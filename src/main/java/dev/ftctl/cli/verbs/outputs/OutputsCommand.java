package dev.ftctl.cli.verbs.outputs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LabelFlag;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.ObjectFlags;
import dev.ftctl.cli.verbs.StateFlags;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.operate.outputs.ObjectOutputs;
import dev.ftctl.operate.outputs.OutputReading;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl outputs`: what others have to know of an account. Sends GETs only.
@Command(
    name = "outputs",
    description =
        "Print ids, and what the other side lets in: keys, service accounts, hosts of links.")
public final class OutputsCommand implements Callable<Integer>, CommonFlags.WithFormats {

  private static final int WIDTH = 17;

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();

  private final Forms<List<ObjectOutputs>> forms =
      Forms.<List<ObjectOutputs>>text(OutputsCommand::texts)
          .with(Format.JSON, OutputsCommand::json)
          .with(Format.DOTENV, this::dotEnv);

  private final Run run;

  public OutputsCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return forms.formats();
  }

  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    return Optional.of(
        problems.stream()
            .map(problem -> "# " + English.printable(problem.message()) + "\n")
            .collect(Collectors.joining()));
  }

  @Override
  public Integer call() {
    Set<String> slugs = objects.kinds(run.kinds().get());
    try (var live = LiveObjects.open(run, common, accounts, project, false, slugs)) {
      List<Named> chosen = objects.warned(run).orAll(live.directory(), labels, states);
      var reading = new OutputReading(live.account(), run.kinds().get(), accounts.parallelism);
      common.print(run.output(), forms.of(common.format, reading.of(chosen)));
      return ExitCode.OK.number();
    }
  }

  private String dotEnv(List<ObjectOutputs> outputs) {
    DotEnv variables = DotEnv.of(outputs);
    if (!variables.withIds().isEmpty()) {
      run.output()
          .tell(
              "note: would share names, so that their variables bear their ids: "
                  + String.join(", ", variables.withIds()));
    }
    return variables.text();
  }

  private static String json(List<ObjectOutputs> outputs) {
    ObjectNode document = Json.object();
    ArrayNode items = document.putArray("items");
    for (ObjectOutputs each : outputs) {
      ObjectNode item =
          items
              .addObject()
              .put("address", each.object().address().toString())
              .put("kind", each.object().address().kind());
      each.values().forEach(item::put);
    }
    return Json.text(document);
  }

  private static String texts(List<ObjectOutputs> outputs) {
    return outputs.stream().map(OutputsCommand::text).collect(Collectors.joining());
  }

  private static String text(ObjectOutputs outputs) {
    var text = new StringBuilder(outputs.object().address() + "\n");
    outputs
        .values()
        .forEach((name, value) ->
            text.append("  ")
                .append(English.column(name, WIDTH, 2))
                .append(English.printable(value))
                .append('\n'));
    return text.toString();
  }
}
