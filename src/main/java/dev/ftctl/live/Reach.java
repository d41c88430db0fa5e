package dev.ftctl.live;

import dev.ftctl.model.address.Address;
import java.util.Set;

/// Of which resources a run reads and compares the details. The others are found in the lists all
/// the same, since who is who, and what stands on what, is told by all of them together.
public sealed interface Reach {

  /// Of every resource that is planned.
  record All() implements Reach {}

  /// Of what a run touches.
  ///
  /// @param addresses as they print
  record Only(Set<String> addresses) implements Reach {
    public Only {
      addresses = Set.copyOf(addresses);
    }
  }

  default boolean includes(Address address) {
    return switch (this) {
      case All all -> true;
      case Only only -> only.addresses().contains(address.toString());
    };
  }
}
