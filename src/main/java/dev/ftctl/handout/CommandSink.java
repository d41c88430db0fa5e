package dev.ftctl.handout;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program that is given the text on its standard input. What it prints is nobody's, since it may
/// hold what it was given.
///
/// @param name that the project file gives it
/// @param folder it runs in
/// @param environment variables of the run
public record CommandSink(
    String name,
    List<String> words,
    Path folder,
    Map<String, String> environment,
    Patience patience)
    implements Sink {

  private static final String ADDRESS = "FTCTL_ADDRESS";
  private static final String ID = "FTCTL_ID";

  /// How long is waited for it.
  ///
  /// @param start it has to run so long before anything is told, since one that can't do its work
  ///   ends at once
  /// @param end it has to end within this time after it was given the text
  public record Patience(Duration start, Duration end) {
    public static final Patience USUAL =
        new Patience(Duration.ofMillis(100), Duration.ofSeconds(60));
  }

  public CommandSink {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  @Override
  public String shown() {
    return name;
  }

  @Override
  public Opened open(Address address, String id) {
    StartedCommand started = new StartedCommand(start(address, id), patience.end());
    if (started.hasEndedWithin(patience.start())) {
      String code = started.exitCode();
      started.close();
      throw new RefusedException(
          Refusal.FAILED,
          "the sink '"
              + name
              + "' ended with exit code "
              + code
              + " before it was told anything of "
              + address,
          "Nothing was changed for it. Its program has to read its standard input; it was: "
              + words.getFirst());
    }
    return started;
  }

  private Process start(Address address, String id) {
    var variables = new HashMap<>(environment);
    variables.put(ADDRESS, address.toString());
    variables.put(ID, id);
    try {
      var builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().putAll(variables);
      return builder.start();
    } catch (IOException unstartable) {
      throw new RefusedException(
          Refusal.FAILED,
          "the sink '" + name + "' can't be started: there is no program " + words.getFirst(),
          "Nothing was changed for it. Look whether it is there, and may be run.");
    }
  }
}
