package dev.ftctl.cli.flags;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A file with an API key and its secret, in one of the shapes that are about:
///
/// ```json
/// {"fivetran": {"api_key": "…", "api_secret": "…"}}
/// {"api_key": "…", "api_secret": "…"}
/// {"API_KEY": "…", "API_SECRET": "…"}
/// {"fivetran_api_key": "…", "fivetran_api_secret": "…"}
/// ```
///
/// @param shown as the user wrote the path
record KeyFile(Run run, String shown) {

  private static final int LARGEST = 64 * 1024;

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private record Shape(String parent, String key, String secret) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("fivetran", "api_key", "api_secret"),
          new Shape("", "api_key", "api_secret"),
          new Shape("", "API_KEY", "API_SECRET"),
          new Shape("", "fivetran_api_key", "fivetran_api_secret"));

  /// @throws RefusedException when it is not there, or holds no pair, or two
  Credentials read() {
    Path path = run.console().folder().resolve(shown);
    try (InputStream in = Files.newInputStream(path)) {
      warnWhenOthersRead(path);
      JsonNode json = new JsonMapper().readTree(in.readNBytes(LARGEST));
      return only(pairs(json), json);
    } catch (JsonProcessingException notJson) {
      // Its message would quote the file.
      throw malformed("is not JSON");
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "the credentials file " + shown + " can't be read",
          "Check the path and its permissions.");
    }
  }

  private Credentials only(List<Credentials> pairs, JsonNode json) {
    if (pairs.isEmpty()) {
      throw malformed(lacking(json));
    }
    boolean isOne =
        pairs.stream()
            .allMatch(pair ->
                pair.key().equals(pairs.getFirst().key())
                    && pair.secret().equals(pairs.getFirst().secret()));
    if (!isOne) {
      throw malformed("holds two different pairs");
    }
    return pairs.getFirst();
  }

  private List<Credentials> pairs(JsonNode json) {
    var pairs = new ArrayList<Credentials>();
    for (Shape shape : SHAPES) {
      String key = text(json, shape, shape.key());
      String secret = text(json, shape, shape.secret());
      if (!key.isEmpty() && !secret.isEmpty()) {
        pairs.add(new KeyPair(shape.key() + " in " + shown, shape.secret()).of(key, secret));
      }
    }
    return pairs;
  }

  /// The half that a shape lacks whose other half is there.
  private static String lacking(JsonNode json) {
    for (Shape shape : SHAPES) {
      boolean hasKey = !text(json, shape, shape.key()).isEmpty();
      if (hasKey || !text(json, shape, shape.secret()).isEmpty()) {
        return "lacks " + (hasKey ? shape.secret() : shape.key());
      }
    }
    return "does not hold a key and a secret";
  }

  private static String text(JsonNode json, Shape shape, String name) {
    JsonNode parent = shape.parent().isEmpty() ? json : json.path(shape.parent());
    return parent.path(name).asText("");
  }

  private RefusedException malformed(String how) {
    return new RefusedException(
        Refusal.INVALID,
        "the credentials file " + shown + " " + how,
        "Write it as {\"fivetran\": {\"api_key\": \"…\", \"api_secret\": \"…\"}}.");
  }

  private void warnWhenOthersRead(Path path) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
      run.output()
          .tell("warning: others can read " + shown + "; run: chmod 600 " + ShellWord.of(shown));
    }
  }
}
