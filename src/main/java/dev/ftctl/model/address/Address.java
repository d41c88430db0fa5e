package dev.ftctl.model.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/// The name of a resource, the same in every output format and every flag: `group/finance`,
/// `connector/orders_db@analytics_eu`. `kind` is the kind's slug (`schema-settings`), `name` the
/// document's `metadata.name`, `instance` the group of a fan-out, else empty.
public record Address(String kind, String name, String instance) implements Comparable<Address> {

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::kind)
          .thenComparing(Address::name)
          .thenComparing(Address::instance);

  public static Address of(String kind, String name) {
    return new Address(kind, name, "");
  }

  public Address inGroup(String group) {
    return new Address(kind, name, group);
  }

  public Address withKind(String otherKind) {
    return new Address(otherKind, name, instance);
  }

  /// Reads `kind/name` or `kind/name@group`; empty when the text has no `/`. The last `@` parts
  /// name and group, and only for kinds that `fansOut` says have instances, since a user's name
  /// holds an `@` of its own.
  public static Optional<Address> parse(String text, java.util.function.Predicate<String> fansOut) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      return Optional.empty();
    }
    String kind = text.substring(0, slash);
    String rest = text.substring(slash + 1);
    int at = fansOut.test(kind) ? rest.lastIndexOf('@') : -1;
    return Optional.of(
        at > 0
            ? new Address(kind, decode(rest.substring(0, at)), decode(rest.substring(at + 1)))
            : new Address(kind, decode(rest), ""));
  }

  /// Name and instance without the kind: `orders_db@analytics_eu`.
  public String label() {
    return instance.isEmpty() ? encode(name) : encode(name) + "@" + encode(instance);
  }

  @Override
  public String toString() {
    return kind + "/" + label();
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  private static String encode(String part) {
    var encoded = new StringBuilder();
    part.codePoints()
        .forEach(point -> {
          if (Character.isLetterOrDigit(point) || "-_.@+:~".indexOf(point) >= 0) {
            encoded.appendCodePoint(point);
          } else {
            for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
              encoded.append('%').append(String.format("%02X", octet));
            }
          }
        });
    return encoded.toString();
  }

  static String decode(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }
}
