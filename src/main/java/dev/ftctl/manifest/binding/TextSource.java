package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.NotSet;
import dev.ftctl.manifest.expression.SecretStore;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A secret that a scalar of a manifest refers to. Every text that it reveals is remembered for
/// masking.
///
/// @param field that is to take it
record TextSource(
    ExpansionContext reading, Node.Scalar scalar, InstanceContext around, String name, String field)
    implements SecretSource {

  @Override
  public Optional<String> reveal() {
    Filled filled = reading.lookup().fill(scalar, around.revealing(), Report.muted());
    filled.missing().stream()
        .filter(missing -> missing.rule().equals(SecretStore.COMMAND))
        .findFirst()
        .ifPresent(this::refuse);
    boolean isEmpty = filled.text().isEmpty() && !scalar.text().isEmpty();
    if (!filled.isKnown() || isEmpty || Mask.is(filled.text())) {
      return Optional.empty();
    }
    reading.redaction().remember(filled.text());
    return Optional.of(filled.text());
  }

  @Override
  public String written() {
    Filled filled = reading.lookup().fill(scalar, around, Report.muted());
    return filled.isKnown() && !filled.mark().isForeign() ? filled.text() : scalar.text();
  }

  @Override
  public boolean isEmpty() {
    Filled filled = reading.lookup().fill(scalar, around, Report.muted());
    boolean isEmptySource =
        filled.missing().stream().anyMatch(NotSet::isEmptySource)
            || secretSources(filled).anyMatch(source -> reading.lookup().secrets().isEmpty(source));
    return isEmptySource || isEmpty(filled);
  }

  /// Nothing is run or opened for it: what a command says is known once it was asked for.
  @Override
  public boolean isMask() {
    Filled filled = reading.lookup().fill(scalar, around, Report.muted());
    boolean isAsked =
        filled.missing().stream().noneMatch(Outside::is)
            && secretSources(filled)
                .allMatch(source -> reading.lookup().secrets().isFetched(source));
    return isAsked
        && !filled.mark().isAltered()
        && Mask.is(
            reading.lookup().fill(scalar, around.revealing(), Report.muted()).orEmpty().text());
  }

  private static Stream<String> secretSources(Filled filled) {
    return filled.sources().stream().filter(source -> source.startsWith(SecretStore.SOURCE));
  }

  /// An empty secret is meant only where the manifest itself says `""`.
  private boolean isEmpty(Filled filled) {
    return filled.isEmptyText() && !scalar.text().isEmpty();
  }

  /// A command that fails says more than that the secret is not there.
  private void refuse(Filled.Missing failed) {
    var problem = Problem.error(scalar.place(), failed.rule(), "", failed.message(), failed.fix());
    throw new ManifestException(List.of(problem), reading.sources());
  }

  @Override
  public boolean isSet() {
    Filled filled = reading.lookup().fill(scalar, around, Report.muted());
    return !isEmpty(filled)
        && filled.missing().stream()
            .allMatch(missing -> missing.rule().equals(SecretStore.PENDING) || Outside.is(missing))
        && filled.sources().stream().allMatch(reading.lookup()::isThere)
        && secretSources(filled)
            .allMatch(source ->
                reading.lookup().secrets().isSet(source.substring(SecretStore.SOURCE.length())))
        && !isMask();
  }

  @Override
  public String toString() {
    return name;
  }
}
