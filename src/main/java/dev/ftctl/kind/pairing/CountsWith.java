package dev.ftctl.kind.pairing;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// A field that counts only while another has one of some values: `daily_sync_time` with a
/// `sync_frequency` of 1440.
///
/// @param neutral a value of the field that says nothing and never contradicts; empty text for none
/// @param warns whether a partner that is not written is told
public record CountsWith(
    FieldPath field, FieldPath partner, List<String> values, String neutral, boolean warns)
    implements Pairing {

  public CountsWith {
    values = List.copyOf(values);
  }

  public static CountsWith of(FieldPath field, FieldPath partner, String... values) {
    return new CountsWith(field, partner, List.of(values), "", true);
  }

  public CountsWith unlessNeutral(String value) {
    return new CountsWith(field, partner, values, value, warns);
  }

  /// Where the server derives the partner from the field.
  public CountsWith whereWritten() {
    return new CountsWith(field, partner, values, neutral, false);
  }

  @Override
  public Optional<Problem> check(Value.Mapping spec, String subject) {
    Value value = spec.at(field);
    Value other = spec.at(partner);
    boolean speaks =
        Pairing.isWritten(value) && (neutral.isEmpty() || !neutral.equals(value.asText()));
    if (!speaks || (!Pairing.isWritten(other) && !warns)) {
      return Optional.empty();
    }
    if (!Pairing.isWritten(other)) {
      return Optional.of(
          Problem.warning(
              value.origin().place(),
              "missing-partner",
              subject,
              claim() + ", which is not written here",
              "write " + wanted() + " beside it, unless the account has that already"));
    }
    boolean fits =
        values.stream()
            .anyMatch(each -> Pairing.folded(each).equals(Pairing.folded(other.asText())));
    return fits
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                value.origin().place(),
                "fields-contradict",
                subject,
                claim() + ", and " + partner + " is " + other.display(),
                "write " + wanted() + ", or take " + field + " out"));
  }

  private String claim() {
    return field + " counts only with " + wanted();
  }

  private String wanted() {
    return partner + " " + String.join(" or ", values);
  }
}
