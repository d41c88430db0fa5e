package dev.ftctl.cli.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.DurationText;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl sandbox start`: serves until a signal comes.
@Command(name = "start", description = "Serve the simulator on loopback until Ctrl-C.")
public final class SandboxStartCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "On 127.0.0.1 (default: any free one).")
  int port;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Keep the account in this file (default: in memory).")
  String data = "";

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Fault rules as JSON: which requests, and what happens to them.")
  String faults = "";

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "What a new account holds, as JSON: {collection: {id: node}}, as sandbox show --format"
              + " json has it. A reset goes back to it.")
  String seed = "";

  @Option(
      names = "--quotas",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Quotas as JSON, such as {\"requestsPerHour\": 500}.")
  String quotas = "";

  @Option(
      names = "--latency",
      paramLabel = "D",
      defaultValue = "0s",
      converter = DurationText.class,
      description = "Wait before each answer.")
  Duration latency = Duration.ZERO;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME[:PORT]",
      description =
          "Answer under that name too, as host.docker.internal (default: names of loopback).")
  Set<String> hosts = new LinkedHashSet<>();

  private final Run run;

  public SandboxStartCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() throws InterruptedException {
    run.stop().guard(() -> {});
    try (Sandbox sandbox = Sandbox.start(options())) {
      common.print(run.output(), common.isJson() ? json(sandbox) : greeting(sandbox));
      run.stop().await();
    } catch (IOException unusable) {
      throw SandboxPlace.unusable(Path.of(data.isEmpty() ? "port " + port : data), unusable);
    } catch (IllegalArgumentException refused) {
      throw new RefusedException(Refusal.USAGE, String.valueOf(refused.getMessage()), "");
    }
    run.output().tell("The simulator has stopped.");
    return ExitCode.OK.number();
  }

  private SandboxOptions options() {
    SandboxOptions options =
        SandboxOptions.inMemory().withPort(port).withLatency(latency).withHosts(hosts);
    options = options.withNotice(run.output()::tell);
    if (!faults.isEmpty()) {
      options = options.withFaults(json("the fault rules", faults));
    }
    if (!quotas.isEmpty()) {
      options = options.withQuotas(json("the quotas", quotas));
    }
    if (!seed.isEmpty()) {
      options = options.withSeed(account(json("the seed", seed)));
    }
    return data.isEmpty()
        ? options
        : options.withStorage(
            new SandboxOptions.Storage.File(run.console().folder().resolve(data)));
  }

  /// What `sandbox show --format json` prints has the account under a key.
  private static JsonNode account(JsonNode json) {
    return json.path("account").path("info").isMissingNode() && json.path("account").isObject()
        ? json.path("account")
        : json;
  }

  private JsonNode json(String what, String file) {
    try {
      return new JsonMapper().readTree(Files.readString(run.console().folder().resolve(file)));
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      var place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new RefusedException(Refusal.USAGE, what + " " + file + place + " is not JSON", "");
    } catch (IOException unreadable) {
      throw new RefusedException(Refusal.USAGE, "cannot read " + what + " " + file, "");
    }
  }

  /// One line, for programs that start a simulator and read where it is.
  private static String json(Sandbox sandbox) {
    var json = new JsonMapper().createObjectNode();
    json.put("url", sandbox.url().toString()).put("port", sandbox.url().getPort());
    json.put("api_key", sandbox.apiKey()).put("api_secret", sandbox.apiSecret());
    json.put("control", sandbox.url() + "/_sandbox/");
    return json + "\n";
  }

  /// How to use what has started, as lines for a shell.
  private static String greeting(Sandbox sandbox) {
    return """
    The simulator of the Fivetran API listens at %1$s
    Its key is harmless: it opens nothing else. In another shell:

      export FIVETRAN_API_URL=%1$s
      export FIVETRAN_API_KEY=%2$s
      export FIVETRAN_API_SECRET=%3$s

    Ctrl-C stops it.
    """
        .formatted(sandbox.url(), sandbox.apiKey(), sandbox.apiSecret());
  }
}
