package dev.ftctl.cli.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.process.Borrowing;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.SharedReading;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.Json;
import dev.ftctl.render.fleet.Shard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `ftctl fleet matrix`: the environments, or the shards of them, as the matrix of a CI job. Sends
/// nothing.
@Command(
    name = "matrix",
    description = "The environments as JSON in one line, for the matrix of a CI job.")
final class FleetMatrixCommand implements Callable<Integer>, Borrowing {

  private static final int MOST_JOBS = 256;

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ChoiceFlags choice = new ChoiceFlags();

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "0",
      description = "N jobs that share the environments by --shard (default: one for each).")
  int shards;

  private final Run run;
  private final Lender lender;

  private FleetMatrixCommand(Run run, Lender lender) {
    this.run = run;
    this.lender = lender;
  }

  /// Which manifests are read, for what changed in them.
  @Command
  static final class Reading {
    @Mixin ManifestFlags manifests = new ManifestFlags();
  }

  static CommandLine of(Run run) {
    var lender = new Lender(new CommandLine(new Reading()));
    var line = new CommandLine(new FleetMatrixCommand(run, lender));
    lender.lend(line.getCommandSpec());
    return line;
  }

  @Override
  public CommandSpec lender() {
    return lender.command().getCommandSpec();
  }

  @Override
  public Integer call() {
    if (shards < 0 || shards > MOST_JOBS) {
      throw new RefusedException(
          Refusal.USAGE, "--shards is " + shards, "Give a number from 1 to " + MOST_JOBS + ".");
    }
    ReadRequest request = lender.request(run, true);
    List<String> declared = Manifests.project(request, run.kinds().get()).environment().all();
    Chosen chosen = Chosen.of(declared, choice.globs, Optional.empty());
    var unchanged = new UnchangedAccounts(run, choice.since(run, request), new SharedReading());
    List<String> names = chosen.all().stream().filter(name -> !unchanged.has(name)).toList();
    ObjectNode matrix = Json.object();
    ArrayNode jobs = matrix.putArray("include");
    if (shards == 0) {
      names.forEach(name -> jobs.addObject().put("environment", name));
    }
    for (int index = 0; index < shards; index++) {
      var shard = new Shard(index, shards);
      jobs.addObject()
          .put("shard", shard.toString())
          .set("environments", Json.texts(names.stream().filter(shard::takes).toList()));
    }
    run.output().document(matrix + "\n");
    return 0;
  }
}
