package dev.ftctl.cli.flags;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Finds the API key and its secret: in a file, else in the environment. Never on the command line,
/// which process lists show.
final class KeyRing {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Run run;

  KeyRing(Run run) {
    this.run = run;
  }

  /// @param file as `--credentials` names it, empty for the environment
  /// @param environment may name other variables
  /// @throws RefusedException when there are none
  Credentials find(String file, Environment environment) {
    Credentials found =
        file.isEmpty()
            ? ofEnvironment(environment)
            : ofFile(run.console().folder().resolve(file), file);
    run.redaction().remember(found.secret());
    return found;
  }

  private Credentials ofEnvironment(Environment environment) {
    String key = named(environment.keyVariable(), "FIVETRAN_API_KEY", "FIVETRAN_APIKEY");
    String secret =
        named(environment.secretVariable(), "FIVETRAN_API_SECRET", "FIVETRAN_APISECRET");
    return new KeyPair(key, secret).of(text(key), text(secret));
  }

  /// The variable to read: the one that the environment names, else the first that holds something.
  private String named(String own, String first, String second) {
    boolean isSecond =
        run.console().variable(first).isBlank() && !run.console().variable(second).isBlank();
    return !own.isEmpty() ? own : isSecond ? second : first;
  }

  private boolean isUnset(String name) {
    return !run.console().environment().containsKey(name);
  }

  private String text(String name) {
    if (isUnset(name)) {
      throw new RefusedException(
          Refusal.DENIED,
          "no credentials: " + name + " is not set",
          "Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or give --credentials FILE; or try it"
              + " without an account: --sandbox.");
    }
    return run.console().variable(name);
  }

  private Credentials ofFile(Path path, String shown) {
    try {
      warnWhenOthersRead(path, shown);
      JsonNode json = new JsonMapper().readTree(Files.readString(path)).path("fivetran");
      String key = json.path("api_key").asText("");
      String secret = json.path("api_secret").asText("");
      if (key.isEmpty() || secret.isEmpty()) {
        throw malformed(shown);
      }
      return new KeyPair("api_key in " + shown, "api_secret in " + shown).of(key, secret);
    } catch (JsonProcessingException notJson) {
      // Its message would quote the file.
      throw malformed(shown);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.DENIED,
          "the credentials file " + shown + " can't be read",
          "Check the path and its permissions.");
    }
  }

  private static RefusedException malformed(String shown) {
    return new RefusedException(
        Refusal.DENIED,
        "the credentials file " + shown + " does not hold a key and a secret",
        "Write it as {\"fivetran\": {\"api_key\": \"…\", \"api_secret\": \"…\"}}.");
  }

  private void warnWhenOthersRead(Path path, String shown) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
      run.output()
          .tell("warning: others can read " + shown + "; run: chmod 600 " + ShellWord.of(shown));
    }
  }
}
