package dev.ftctl.kind.pairing;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// Two fields that the server keeps equal: `config.connection_type` and `networking_method`.
record SameAs(FieldPath field, FieldPath mirror) implements Pairing {

  @Override
  public Optional<Problem> check(Value.Mapping spec, String subject) {
    Value one = spec.at(field);
    Value other = spec.at(mirror);
    if (!Pairing.isWritten(one)
        || !Pairing.isWritten(other)
        || Pairing.folded(one.asText()).equals(Pairing.folded(other.asText()))) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.error(
            one.origin().place(),
            "fields-contradict",
            subject,
            field
                + " is "
                + one.display()
                + " and "
                + mirror
                + " is "
                + other.display()
                + ", which Fivetran keeps equal",
            "write one of them, or both alike"));
  }
}
