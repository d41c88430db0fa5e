package dev.ftctl.cli.flags;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.process.Run;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.LiveTypes;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.NearProduct;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where services are looked up: in the catalogue, or in the account's metadata.
public final class TypeFlags {

  @Option(
      names = "--live",
      description = "Ask the account instead of the catalogue; tells required and nullable too.")
  public boolean isLive;

  @Option(names = "--destination", description = "Destination services, not connectors.")
  public boolean isDestination;

  @Mixin AccountFlags accounts = new AccountFlags();

  /// The service, by name.
  ///
  /// @throws RefusedException when there is none, with the nearest name
  public ConnectorType find(Run run, CommonFlags common, String service) {
    return isLive
        ? live(
            run,
            common,
            types -> types.find(service).orElseThrow(() -> unknown(service, types.services())))
        : ConnectorType.find(Catalog.bundled(), service, isDestination)
            .orElseThrow(() -> unknown(service, bundled()));
  }

  public <T> T live(Run run, CommonFlags common, Function<LiveTypes, T> question) {
    if (isDestination) {
      throw new RefusedException(
          Refusal.USAGE,
          "Fivetran's metadata knows no destination services",
          "Leave out --live or --destination.");
    }
    try (var opened = accounts.open(run, false, Wire.of(run, common), Environment.NONE)) {
      return question.apply(new LiveTypes(opened.account()));
    }
  }

  private Collection<String> bundled() {
    var names = new TreeSet<String>(Catalog.bundled().destinationServices());
    if (!isDestination) {
      names.addAll(Catalog.bundled().connectionServices());
    }
    return names;
  }

  private static RefusedException unknown(String service, Collection<String> names) {
    Optional<String> near = NearProduct.of(service, names);
    return new RefusedException(
        Refusal.USAGE,
        "there is no service '" + service + "'",
        elsewhere(service)
            .or(() -> near.map(name -> "did you mean '" + name + "'?"))
            .orElse("See: ftctl connector-type list"));
  }

  /// Services of other kinds have no command of their own: their schemas tell what they take.
  private static Optional<String> elsewhere(String service) {
    Catalog catalog = Catalog.bundled();
    return catalog.log(service).isPresent()
        ? Optional.of("It is a log service: see ftctl schema external-log --example.")
        : catalog
            .privateLink(service)
            .map(link -> "It is one of private links: see ftctl schema private-link --example.");
  }
}
