package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.Optional;
import picocli.CommandLine.Option;

/// A key on the command line, as older scripts have it in their crontabs. It works, so that such a
/// line needs no change at once, and warns each time: whoever lists the processes sees it.
final class ShownKey {

  @Option(
      names = {"--api_key", "--api-key"},
      hidden = true)
  String key = "";

  @Option(
      names = {"--api_secret", "--api-secret"},
      hidden = true)
  String secret = "";

  boolean isGiven() {
    return !key.isEmpty() || !secret.isEmpty();
  }

  /// Empty where none was given.
  ///
  /// @throws RefusedException when only one of the two was
  Optional<Credentials> of(Run run) {
    if (!isGiven()) {
      return Optional.empty();
    }
    if (key.isEmpty() || secret.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--api_key and --api_secret belong together, and one is missing",
          "Better set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or give --credentials FILE.");
    }
    run.redaction().remember(secret);
    run.output()
        .tell(
            "warning: --api_key and --api_secret show in process lists, to every user of this"
                + " machine: set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or give --credentials"
                + " FILE");
    return Optional.of(new KeyPair("--api_key", "--api_secret").of(key, secret));
  }
}
