package dev.ftctl.kind.pairing;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// A value that needs another field beside it: `networking_method: PrivateLink` a
/// `private_link_id`. One that is not written is a warning, since the account may hold it.
///
/// @param partners any one of them is enough; the first is the one that messages name
public record AsksFor(FieldPath field, String value, List<FieldPath> partners) implements Pairing {

  public AsksFor {
    partners = List.copyOf(partners);
  }

  public static AsksFor of(FieldPath field, String value, FieldPath... partners) {
    return new AsksFor(field, value, List.of(partners));
  }

  @Override
  public Optional<Problem> check(Value.Mapping spec, String subject) {
    Value written = spec.at(field);
    boolean asks =
        Pairing.isWritten(written)
            && Pairing.folded(written.asText()).equals(Pairing.folded(value))
            && partners.stream().noneMatch(each -> Pairing.isWritten(spec.at(each)));
    if (!asks) {
      return Optional.empty();
    }
    FieldPath partner = partners.getFirst();
    return Optional.of(
        Problem.warning(
            written.origin().place(),
            "missing-partner",
            subject,
            field + " is " + written.display() + ", and no " + partner + " is written",
            "write " + partner + " beside it, unless the account has one already"));
  }
}
