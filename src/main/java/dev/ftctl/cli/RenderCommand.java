package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Expanded;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.model.Resource;
import dev.ftctl.render.English;
import dev.ftctl.render.plan.ExpandedJson;
import dev.ftctl.yaml.YamlWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl render`: offline, no request at all.
@Command(
    name = "render",
    description = "Print the expanded manifests, a document for each resource; secrets masked.")
public final class RenderCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin NowFlag now = new NowFlag();

  private final Run run;

  public RenderCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    KindList kinds = run.kinds().get();
    Desired desired =
        Manifests.read(manifests.request(run, now.instant(run.console().clock())), kinds);
    new Warnings(run, common).tell(desired);
    List<Expanded> all = Expanded.of(desired, kinds);
    run.output().document(common.isJson() ? ExpandedJson.of(all) : text(all));
    return ExitCode.OK.number();
  }

  private static String text(List<Expanded> all) {
    return all.stream().map(RenderCommand::text).collect(Collectors.joining("---\n"));
  }

  /// What it says and where that is written, since an expansion is read to find out why.
  private static String text(Expanded expanded) {
    Resource resource = expanded.resource();
    String from = resource.address() + "  " + resource.place().fileAndLine();
    return "# " + English.printable(from) + "\n" + YamlWriter.of(expanded.manifest());
  }
}
