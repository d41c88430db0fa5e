package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import java.util.List;

/// A key that is approved for an object.
///
/// @param fields as the API lists them: `hash`, `id`, `public_key`, `validated_by`,
///   `validated_date`; of certificates also `name`, `type`, `sha1`, `sha256`
public record Trusted(Named object, Value.Mapping fields) {

  String id() {
    return fields.text("id");
  }

  /// `SHA256:…`.
  public String hash() {
    return name().shown();
  }

  public boolean isMeant(String written) {
    return written.equals(id()) || name().isMeant(written, List.of(fields.text("sha256")));
  }

  private HashName name() {
    return new HashName(fields.text("hash"));
  }
}
