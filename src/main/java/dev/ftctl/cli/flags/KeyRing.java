package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.stream.Stream;

/// Finds the API key and its secret: in the file that the command line names, else in the variables
/// that the project names, else in the usual ones. Never on the command line, which process lists
/// show, and never in a file that nobody named.
final class KeyRing {

  private final Run run;

  KeyRing(Run run) {
    this.run = run;
  }

  /// @param file as `--credentials` names it, empty for the environment
  /// @param environment may name other variables
  /// @throws RefusedException when there are none
  Credentials find(String file, Environment environment) {
    boolean isNamed = isNamed(environment);
    Credentials found =
        !file.isEmpty()
            ? new KeyFile(run, file).read()
            : isNamed ? ofProject(environment) : new AmbientKeys(run).find(environment.isPinned());
    run.redaction().remember(found.secret());
    return found;
  }

  /// Whether the environment has any text of a key, whole or half.
  boolean isGiven(Environment environment) {
    boolean isNamed =
        Stream.of(environment.keyVariable(), environment.secretVariable())
            .anyMatch(name -> !name.isEmpty() && !run.console().variable(name).isBlank());
    return isNamed || new AmbientKeys(run).isGiven();
  }

  /// Whether the environment has one whole key, and nothing is to be told of others.
  boolean isPlain(Environment environment) {
    return isNamed(environment) || new AmbientKeys(run).isPlain();
  }

  private static boolean isNamed(Environment environment) {
    return !environment.keyVariable().isEmpty() || !environment.secretVariable().isEmpty();
  }

  private Credentials ofProject(Environment environment) {
    String key = or(environment.keyVariable(), "FIVETRAN_API_KEY");
    String secret = or(environment.secretVariable(), "FIVETRAN_API_SECRET");
    return new KeyPair(key, secret).of(text(key), text(secret));
  }

  private static String or(String own, String usual) {
    return own.isEmpty() ? usual : own;
  }

  private String text(String name) {
    if (!run.console().environment().containsKey(name)) {
      throw new RefusedException(
          Refusal.DENIED,
          "no credentials: " + name + " is not set",
          "The project names it as the key of this environment. Set it, or give --credentials FILE;"
              + " or try it without an account: --sandbox.");
    }
    return run.console().variable(name);
  }
}
