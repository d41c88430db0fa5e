package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.operate.status.Health;
import dev.ftctl.operate.status.Targets;
import dev.ftctl.walk.Described;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How old data may become, by manifests and project file.
final class Freshness {

  private Freshness() {}

  /// @param failing what the job fails for
  /// @throws dev.ftctl.model.problem.ManifestException when the manifests can't be read, and the
  ///   job is about what they say
  static Targets of(Run run, Described described, Set<Health> failing) {
    described
        .broken()
        .ifPresent(broken -> {
          if (failing.contains(Health.STALE)) {
            throw broken;
          }
          run.output()
              .tell(
                  "warning: the manifests can't be read, so neither their names nor the freshness"
                      + " that they say counts; ftctl validate tells why");
        });
    Map<Address, Duration> own = new HashMap<>();
    for (Resource resource : described.resources()) {
      Duration freshness = resource.metadata().freshness();
      if (freshness.isPositive() && !resource.metadata().isAbsent()) {
        own.put(resource.address(), freshness);
      }
    }
    return new Targets(
        own,
        described.project().freshness().stream()
            .map(each -> new Targets.Rule(each.of(), each.most()))
            .toList());
  }
}
