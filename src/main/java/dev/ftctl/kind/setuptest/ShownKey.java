package dev.ftctl.kind.setuptest;

import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A key that a failed setup test met and that nobody has approved yet: its `details` are one such
/// object for an SSH tunnel, and a list of them for certificates (fivetran-quirks 2.3, 2.6).
///
/// @param list where it is approved and pinned: `certificates` or `fingerprints`
/// @param details `hash` with `encoded_cert` and `sha256`, or with `public_key`
public record ShownKey(String list, Value.Mapping details) implements Comparable<ShownKey> {

  private static final String CERTIFICATE = "encoded_cert";
  private static final String PUBLIC_KEY = "public_key";

  /// Of all failed tests of an answer.
  public static List<ShownKey> all(Value.Mapping answer) {
    return TestResults.failed(answer).stream().flatMap(test -> of(test).stream()).toList();
  }

  /// Of one test.
  static List<ShownKey> of(Value.Mapping test) {
    List<Value> shown =
        test.get("details") instanceof Value.Items items
            ? items.items()
            : List.of(test.get("details"));
    var keys = new ArrayList<ShownKey>();
    for (Value each : shown) {
      if (each instanceof Value.Mapping details && !details.text("hash").isEmpty()) {
        boolean isCertificate =
            !details.text(CERTIFICATE).isEmpty() || details.text("type").equals("X.509");
        keys.add(new ShownKey(isCertificate ? "certificates" : "fingerprints", details));
      }
    }
    return keys;
  }

  /// All the hashes by which a document may pin it.
  public List<String> hashes() {
    return List.of(details.text("hash"), details.text("sha256"));
  }

  /// The body that approves it; empty when the test tells too little of it.
  public Optional<Value.Mapping> body() {
    String content = list.equals("certificates") ? CERTIFICATE : PUBLIC_KEY;
    return details.text(content).isEmpty()
        ? Optional.empty()
        : Optional.of(
            Value.Mapping.EMPTY
                .with("hash", Value.text(details.text("hash")))
                .with(content, Value.text(details.text(content))));
  }

  /// What to write to have it approved.
  String hint() {
    return "it met SHA256:"
        + details.text("hash")
        + ": if that is right, pin it under trusted."
        + list;
  }

  @Override
  public int compareTo(ShownKey other) {
    return Comparator.comparing(ShownKey::list)
        .thenComparing(key -> key.details().text("hash"))
        .compare(this, other);
  }
}
