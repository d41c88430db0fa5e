package dev.ftctl.kind.metadata;

import dev.ftctl.kind.table.Spelling;
import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What Fivetran's metadata said about a service.
sealed interface Answer {

  /// It has the service.
  record Known(ServiceMetadata metadata) implements Answer {}

  /// It has no such service.
  record Unknown() implements Answer {}

  /// It could not be asked.
  record Silent() implements Answer {}

  /// What is to be told of a name that the catalogue lacks; nothing where the metadata has it.
  default Optional<Problem> settle(UnknownName name, String subject) {
    boolean isService = name.sort().isOfService();
    return switch (this) {
      case Silent silent -> Optional.of(name.offline(subject));
      // Of the inside of a service that it does not know the metadata tells nothing.
      case Unknown unknown ->
          Optional.of(isService ? name.unknownThereToo(subject) : name.offline(subject));
      case Known known when isService -> Optional.empty();
      case Known(ServiceMetadata metadata) -> inside(metadata, name, subject);
    };
  }

  private static Optional<Problem> inside(
      ServiceMetadata metadata, UnknownName name, String subject) {
    Optional<Value.Mapping> property = metadata.property(name.path());
    if (name.sort() == UnknownName.Sort.FIELD) {
      Set<String> siblings = metadata.siblings(name.path());
      if (property.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          siblings.isEmpty()
              ? name.offline(subject)
              : near(name, Near.of(name.text(), siblings)).unknownThereToo(subject));
    }
    List<String> values = property.map(ServiceMetadata::values).orElse(List.of());
    Spelling spelling = Spelling.of(values);
    if (values.isEmpty()) {
      return Optional.of(name.offline(subject));
    }
    return spelling.known(name.text()).isPresent()
        ? Optional.empty()
        : Optional.of(near(name, spelling.near(name.text())).unknownThereToo(subject));
  }

  /// The catalogue's near name, else the metadata's.
  private static UnknownName near(UnknownName name, Optional<String> there) {
    return name.near().isEmpty() ? there.map(name::near).orElse(name) : name;
  }
}
