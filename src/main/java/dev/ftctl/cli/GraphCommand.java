package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.graph.Dot;
import dev.ftctl.render.graph.GraphJson;
import dev.ftctl.render.graph.Mermaid;
import dev.ftctl.render.graph.Picture;
import dev.ftctl.render.graph.PictureMaking;
import dev.ftctl.render.graph.Svg;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.PlanRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl graph`: what stands where, and refers to what. Sends GETs only, and those with `--live`.
@Command(name = "graph", description = "Draw what manifests describe, or the account has.")
public final class GraphCommand implements Callable<Integer>, CommonFlags.WithFormats {

  private static final Forms<Picture> FORMS =
      Forms.text(Mermaid::of)
          .with(Format.JSON, GraphJson::of)
          .with(Format.MERMAID, Mermaid::of)
          .with(Format.DOT, Dot::of)
          .with(Format.SVG, Svg::of);

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin NowFlag now = new NowFlag();

  @Option(
      names = "--live",
      description =
          "Read the account: what is broken, incomplete or missing is marked, and what no manifest"
              + " describes is drawn. Needs no project.")
  boolean isLive;

  @Option(names = "--expand", description = "A box for each instance; else what is alike is one.")
  boolean isExpanded;

  private final Run run;

  public GraphCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return FORMS.formats();
  }

  @Override
  public Integer call() {
    ReadRequest request = manifests.request(run, now.instant(run.console().clock()));
    KindList kinds = run.kinds().get();
    Desired desired =
        isLive ? Manifests.readIfAny(request.forAccount(), kinds) : Manifests.read(request, kinds);
    print(
        PictureMaking.of(
            desired.planned(),
            isLive ? Optional.of(plan(desired)) : Optional.empty(),
            kinds,
            isExpanded));
    return ExitCode.OK.number();
  }

  private Plan plan(Desired desired) {
    try (var account = new AccountOpening(this::opened)) {
      boolean isWhole = !desired.isNarrowed();
      PlanRequest request =
          PlanRequest.of(new DesiredSource.Known(desired)).showingUnmanaged(isWhole);
      Plan plan = new ObservedWalk(run, common).plan(request, account).plan();
      if (isWhole && !plan.unlooked().isEmpty()) {
        run.output()
            .tell(
                "Not drawn, since their lists can't be seen: "
                    + String.join(", ", plan.unlooked())
                    + ".");
      }
      return isWhole ? plan : plan.withoutUnmanaged();
    }
  }

  private AccountFlags.Opened opened(Desired desired) {
    return accounts.open(run, false, Wire.of(run, common), desired.project().environment());
  }

  private void print(Picture picture) {
    run.output().document(FORMS.of(common.format, picture));
  }
}
