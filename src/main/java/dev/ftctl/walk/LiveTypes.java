package dev.ftctl.walk;

/// What Fivetran's metadata is asked about, one call for each service.
public enum LiveTypes {
  /// Nothing: what the catalogue lacks is a warning.
  OFF,

  /// Services whose manifests hold names that the catalogue lacks.
  UNKNOWN,

  /// Every service of the manifests, so that fields which Fivetran takes out of use are told too.
  ALL
}
