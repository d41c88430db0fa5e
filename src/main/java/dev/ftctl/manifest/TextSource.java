package dev.ftctl.manifest;

import dev.ftctl.model.SecretSource;
import dev.ftctl.yaml.Node;
import java.util.Optional;

/// A secret that a scalar of a manifest refers to. Every text that it reveals is remembered for
/// masking.
record TextSource(Reading reading, Node.Scalar scalar, Around around, String name)
    implements SecretSource {

  @Override
  public Optional<String> reveal() {
    Filled filled = reading.lookup().fill(scalar, around, Report.muted());
    if (!filled.isKnown()) {
      return Optional.empty();
    }
    reading.redaction().remember(filled.text());
    return Optional.of(filled.text());
  }

  @Override
  public String toString() {
    return name;
  }
}
