package dev.ftctl.cli.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Build;
import dev.ftctl.cli.process.DurationText;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.playground.Playground;
import dev.ftctl.playground.PlaygroundOptions;
import dev.ftctl.playground.data.Credentials;
import dev.ftctl.render.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl playground start`: serves until a signal comes.
@Command(name = "start", description = "Serve the practice API on loopback until Ctrl-C.")
public final class PlaygroundStartCommand implements Callable<Integer> {

  private static final int USUAL_PORT = 5001;
  private static final int LAST_PORT = 65_535;
  private static final String PAGE = "docs/how-to/practice-api.md";

  /// How errors and the answers of `/auth` are laid out.
  enum Style {
    pretty,
    compact
  }

  @Mixin CommonFlags common = new CommonFlags();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "5001",
      description = "On 127.0.0.1 (default: 5001).")
  int port;

  @Mixin LimitFlags limit = new LimitFlags();

  @Option(
      names = "--token-ttl",
      paramLabel = "D",
      defaultValue = "3600s",
      converter = DurationText.class,
      description = "How long the token of a session lasts (default: 3600s).")
  Duration tokenLife = Duration.ZERO;

  @Option(
      names = "--json-style",
      paramLabel = "STYLE",
      defaultValue = "pretty",
      description =
          "Errors and what /auth answers: pretty, or compact in one line (default: pretty).")
  Style style = Style.pretty;

  @Option(
      names = "--credentials-out",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write address and credentials there, as JSON.")
  String credentialsOut = "";

  @Mixin DataFlags data = new DataFlags();

  @Spec CommandSpec spec;

  private final Run run;

  public PlaygroundStartCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() throws InterruptedException {
    int capacity = limit.capacity(run.output());
    PlaygroundOptions options = options(capacity);
    Optional<NamedOutput> file = credentialsFile();
    run.stop().guard(() -> {});
    try (Playground playground = started(options)) {
      file.ifPresent(output -> write(playground, output));
      tell(playground, capacity);
      run.stop().await();
    }
    run.output().tell("The practice API has stopped.");
    return ExitCode.OK.number();
  }

  private PlaygroundOptions options(int capacity) {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port is " + port + "; it may be 0 to " + LAST_PORT);
    }
    PlaygroundOptions options =
        data.options()
            .withPort(port == 0 ? USUAL_PORT : port)
            .withCapacity(capacity)
            .withTokenSeconds(tokenLife.toSeconds());
    if (style == Style.compact) {
      options = options.compact();
    }
    return common.isQuiet ? options : options.withLog(run.output()::tell);
  }

  private Playground started(PlaygroundOptions options) {
    try {
      return Playground.start(options);
    } catch (IOException unusable) {
      throw new RefusedException(
          Refusal.FAILED,
          "port " + options.port() + " of 127.0.0.1 can't be used; another program may have it",
          "Choose another one: --port N.");
    }
  }

  /// Opened before anything is served, so that what can't be written is known in time.
  private Optional<NamedOutput> credentialsFile() {
    return Optional.of(credentialsOut)
        .filter(file -> !file.isEmpty())
        .map(file -> NamedOutput.open(run.console().disk(), run.console().folder().resolve(file)));
  }

  private static void write(Playground playground, NamedOutput file) {
    try (file) {
      file.write(Json.text(json(playground)));
    }
  }

  private void tell(Playground playground, int capacity) {
    if (common.isJson()) {
      run.output().document(json(playground) + "\n");
    } else if (common.isQuiet) {
      run.output().document(Banner.shortened(playground.url(), capacity));
    } else {
      run.output()
          .document(
              Banner.of(playground.url(), playground.credentials(), capacity, documentation()));
    }
  }

  /// Where a browser finds the page, if the build knows; else where the repository has it.
  private static String documentation() {
    return Optional.of(Build.repository())
        .filter(repository -> !repository.isEmpty())
        .map(repository -> "https://github.com/" + repository + "/blob/main/" + PAGE)
        .orElse(PAGE);
  }

  /// For programs that start one and read where it is and what opens it.
  private static ObjectNode json(Playground playground) {
    Credentials credentials = playground.credentials();
    ObjectNode json = Json.object();
    json.put("url", playground.url().toString()).put("port", playground.url().getPort());
    put(json.putObject("http_basic"), credentials.basic());
    json.putObject("http_bearer").put("token", credentials.bearerToken());
    json.putObject("api_key").put("key", credentials.apiKey());
    put(json.putObject("session_token"), credentials.session());
    return json;
  }

  private static void put(ObjectNode json, Credentials.Login login) {
    json.put("username", login.username()).put("password", login.password());
  }
}
