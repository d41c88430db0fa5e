package dev.ftctl.cli.check;

import dev.ftctl.check.Asked;
import dev.ftctl.check.ManifestTest;
import dev.ftctl.check.Reading;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.walk.DesiredSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The manifests of tests, read once for all that read them alike. Safe for use by many threads.
final class WantedManifests {

  private final Run run;
  private final TestRequests requests;
  private final Map<Key, Desired> read = new ConcurrentHashMap<>();

  private record Key(Path folder, Reading reading, boolean isStrict, Instant now) {}

  WantedManifests(Run run, TestRequests requests) {
    this.run = run;
    this.requests = requests;
  }

  /// @param folder of the file of tests
  /// @throws dev.ftctl.model.problem.ManifestException with every problem of the manifests
  DesiredSource of(ManifestTest test, Path folder, Instant now) {
    Asked asked = test.asked();
    ReadRequest request = requests.wanted(test.wanted(), folder, asked.isStrict(), now);
    if (asked.prunes()) {
      // Whether that goes together with what is read is looked at where it is read.
      return new DesiredSource.Files(request, run.console().folder(), "");
    }
    var key = new Key(folder, test.wanted(), asked.isStrict(), now);
    return new DesiredSource.Read(
        read.computeIfAbsent(key, one -> Manifests.read(request.forAccount(), run.kinds().get())));
  }
}
