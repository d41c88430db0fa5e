package dev.ftctl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.Json;
import dev.ftctl.render.StoppedMarkdown;
import dev.ftctl.render.plan.PlanLook;
import dev.ftctl.render.plan.PlanMarkdown;
import dev.ftctl.render.plan.PlanReading;
import dev.ftctl.render.plan.PlanReport;
import dev.ftctl.render.plan.PlanText;
import dev.ftctl.walk.SavedPlanFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl show`: a saved plan, as it was printed. Reads no account and no manifest.
@Command(name = "show", description = "Print a saved plan; offline.")
public final class ShowCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(paramLabel = "PLANFILE", description = "What plan -o wrote.")
  String file = "";

  @Option(
      names = "--expand",
      description =
          "Print identical changes of a fan-out one by one, and creations with their fields.")
  boolean isExpanded;

  @Option(names = "--show-unmanaged", description = "List what no manifest describes.")
  boolean showsUnmanaged;

  private final Forms<JsonNode> forms =
      Forms.<JsonNode>text(this::text)
          .with(Format.JSON, Json::text)
          .with(Format.MARKDOWN, this::markdown);

  private final Run run;

  public ShowCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return forms.formats();
  }

  /// Of which account it would have told nobody knows.
  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    return format == Format.MARKDOWN
        ? Optional.of(StoppedMarkdown.PLAN.of("", "", problems, new Forge(run.console()).links()))
        : Optional.empty();
  }

  @Override
  public Integer call() {
    JsonNode json =
        new SavedPlanFile(run.console().folder(), run.redaction())
            .shown(file)
            .orElseThrow(this::none);
    common.print(run.output(), forms.of(common.format, json));
    return ExitCode.OK.number();
  }

  private String text(JsonNode json) {
    var look =
        new PlanLook(common.outPaint(run.console()), isExpanded, showsUnmanaged, common.isQuiet);
    return PlanText.of(report(json), look);
  }

  private String markdown(JsonNode json) {
    return PlanMarkdown.of(report(json), new Forge(run.console()).links());
  }

  private PlanReport report(JsonNode json) {
    try {
      return PlanReading.of(json);
    } catch (IllegalArgumentException foreign) {
      throw new RefusedException(
          Refusal.INVALID,
          "the plan file " + file + " holds what ftctl does not write",
          "Make a new plan with -o.");
    }
  }

  private RefusedException none() {
    return new RefusedException(
        Refusal.USAGE, file + " is no saved plan", "Name a file that ftctl plan -o FILE wrote.");
  }
}
