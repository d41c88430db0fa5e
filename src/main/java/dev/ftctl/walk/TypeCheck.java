package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.metadata.MetadataAnswers;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.OpenNames;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Settles by the account's metadata which names that the catalogue lacks are newer than it, and
/// which are misspelt.
record TypeCheck(KindList kinds, Desired desired, Account account) {

  /// What stays to be told.
  ///
  /// @throws ManifestException with all of it when a name looks misspelt that Fivetran lacks too
  List<Problem> settled(LiveTypes types) {
    List<OpenNames.Of> asked =
        types == LiveTypes.OFF
            ? List.of()
            : desired.open().names().stream().filter(this::isPlanned).toList();
    var answers = new MetadataAnswers(account);
    asked.forEach(open -> answers.ask(service(open.resource())));
    if (types == LiveTypes.ALL) {
      desired.planned().forEach(resource -> answers.ask(service(resource)));
    }
    var found = new ArrayList<Problem>();
    for (OpenNames.Of open : desired.open().names()) {
      if (types != LiveTypes.OFF && isPlanned(open)) {
        answers.settle(service(open.resource()), open.name(), open.subject()).ifPresent(found::add);
      } else {
        found.add(open.offline());
      }
    }
    Set<Address> newer = newer(asked);
    desired
        .planned()
        .forEach(resource -> {
          boolean isNew = newer.contains(resource.address());
          found.addAll(answers.findings(service(resource), resource, isNew));
        });
    return judged(found);
  }

  private boolean isPlanned(OpenNames.Of open) {
    return desired.narrowed().contains(open.resource().address());
  }

  /// Empty for what has no service that the metadata knows of.
  private String service(Resource resource) {
    return kinds
        .ofSlug(resource.address().kind())
        .definition()
        .typed()
        .map(typed -> typed.service(resource.spec()))
        .orElse("");
  }

  /// Those whose service the catalogue lacks.
  private static Set<Address> newer(List<OpenNames.Of> asked) {
    return asked.stream()
        .filter(open -> open.name().sort().isOfService())
        .map(open -> open.resource().address())
        .collect(Collectors.toSet());
  }

  private List<Problem> judged(List<Problem> found) {
    List<Problem> judged = desired.open().judged(found);
    if (judged.stream().anyMatch(Problem::isError)) {
      throw new ManifestException(judged, desired.sources());
    }
    return judged;
  }
}
