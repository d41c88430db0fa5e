package dev.ftctl.cli.generate;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.ReadingProgress;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.drift.CodeOwners;
import dev.ftctl.generate.DbtSource;
import dev.ftctl.generate.DbtSources;
import dev.ftctl.generate.Feed;
import dev.ftctl.generate.SourceFiles;
import dev.ftctl.generate.Style;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.render.English;
import dev.ftctl.render.plan.FileDiff;
import dev.ftctl.walk.Described;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl generate dbt-sources`: the tables that connections bring as sources of dbt. Sends GETs
/// only, with `--offline` nothing.
@Command(
    name = "dbt-sources",
    description =
        "Write the tables that sync as sources of dbt; what stands in the files by hand stays.")
final class GenerateDbtSourcesCommand implements Callable<Integer> {

  /// Which sources share a file.
  enum Layout {
    CONNECTOR,
    GROUP
  }

  /// As the command line writes it.
  enum Version {
    V1,
    V2
  }

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Option(
      names = {"-o", "--output-dir"},
      paramLabel = "DIR|FILE",
      defaultValue = "",
      description =
          "Write into FILE (.yml), or into the files of DIR that hold the sources and new ones"
              + " beside them; without it one file is printed.")
  String target = "";

  @Option(
      names = "--layout",
      paramLabel = "BY",
      defaultValue = "connector",
      description =
          "New files in DIR: one for each connector or group (default: ${DEFAULT-VALUE}).")
  Layout layout = Layout.CONNECTOR;

  @Option(
      names = "--dbt",
      paramLabel = "V",
      description =
          "v1: freshness and meta beside the name; v2: in config, as dbt from 1.10 on has them"
              + " (default: where they stand, else v2).")
  @Nullable Version version;

  @Option(
      names = "--offline",
      description = "Read no account: only tables that SchemaSettings name are known.")
  boolean isOffline;

  @Option(
      names = "--check",
      description = "Write nothing; print a diff and exit 3 when a file is not up to date.")
  boolean isCheck;

  private final Run run;

  public GenerateDbtSourcesCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    var folder = new SourcesFolder(run, target);
    folder.require(isCheck);
    DbtSources found = DbtSources.of(feeds());
    tell(found.untold());
    List<DbtSource> sources = found.all();
    var files = new SourceFiles(folder.standing(), style());
    if (target.isEmpty()) {
      printed(files, sources);
      return ExitCode.OK.number();
    }
    SourceFiles.Result result = files.with(sources, source -> folder.path(source, layout));
    ExitCode code = isCheck && !result.texts().isEmpty() ? ExitCode.FOUND : ExitCode.OK;
    if (isCheck) {
      diffs(folder, result);
    } else {
      folder.write(result.texts());
    }
    tell(sources, result, code);
    return code.number();
  }

  private Optional<Style> style() {
    if (version == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (version) {
          case V1 -> Style.TOP;
          case V2 -> Style.CONFIG;
        });
  }

  private List<Feed> feeds() {
    ReadRequest request = manifests.request(run, run.console().clock().instant());
    Desired desired = Manifests.read(isOffline ? request : request.forAccount(), run.kinds().get());
    new Warnings(run, common).tell(desired);
    var reading = new FeedReading(run.kinds().get(), desired, CodeOwners.in(request.tree()));
    if (isOffline) {
      return told(reading.offline());
    }
    try (AccountFlags.Opened opened =
            accounts.open(run, false, Wire.of(run, common), desired.project().environment());
        ReadingProgress progress = ReadingProgress.of(run, common)) {
      new Described(desired.project(), desired.resources(), Optional.empty())
          .requireAccount(opened.account());
      return told(reading.live(opened.account(), progress));
    }
  }

  private List<Feed> told(FeedReading.Result result) {
    tell(result.untold());
    return result.feeds();
  }

  private void tell(List<String> untold) {
    if (!common.isQuiet) {
      untold.forEach(line -> run.output().tell("note: " + English.printable(line)));
    }
  }

  private void printed(SourceFiles files, List<DbtSource> sources) {
    if (common.isJson()) {
      run.output().document(SourcesJson.of(sources, Optional.empty(), isCheck, 0));
    } else {
      run.output().document(files.text(sources));
    }
  }

  private void diffs(SourcesFolder folder, SourceFiles.Result result) {
    if (!common.isJson()) {
      SequencedMap<String, String> before = new LinkedHashMap<>(folder.standing());
      result
          .texts()
          .forEach((path, text) ->
              run.output()
                  .document(
                      FileDiff.of(
                          path,
                          before.getOrDefault(path, ""),
                          text,
                          common.outPaint(run.console()))));
    }
  }

  private void tell(List<DbtSource> sources, SourceFiles.Result result, ExitCode code) {
    result.left().forEach(line -> run.output().tell("warning: " + English.printable(line)));
    result
        .gone()
        .forEach(line ->
            run.output()
                .tell(
                    "warning: "
                        + English.printable(line)
                        + " does not sync; ftctl deletes no table from a file"));
    if (common.isJson()) {
      run.output().document(SourcesJson.of(sources, Optional.of(result), isCheck, code.number()));
      return;
    }
    if (!isCheck) {
      result.texts().keySet().forEach(path -> run.output().result(English.printable(path) + "\n"));
    }
    if (!common.isQuiet) {
      run.output()
          .tell(
              English.count(sources.size(), "source")
                  + ": "
                  + English.count(result.texts().size(), "file")
                  + (isCheck ? " would be written, " : " written, ")
                  + result.same()
                  + " as "
                  + (result.same() == 1 ? "it was." : "they were."));
    }
  }
}
