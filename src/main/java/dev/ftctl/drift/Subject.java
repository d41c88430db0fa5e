package dev.ftctl.drift;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;

/// What a difference is about.
///
/// @param id of an object that no document describes, which may be another one of the same name
///   tomorrow; else empty
/// @param place of its document; nowhere where there is none
/// @param owners whom to ask: `@acme/data`
public record Subject(Address address, String id, SourceLocation place, List<String> owners) {

  public Subject {
    owners = List.copyOf(owners);
  }
}
