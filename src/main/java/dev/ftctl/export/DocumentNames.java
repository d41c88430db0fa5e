package dev.ftctl.export;

import dev.ftctl.model.address.Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What documents are called: each object by one name, no two of a kind by the same.
public final class DocumentNames {

  private static final int LONGEST = 200;

  private final Map<String, Address> byObject = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> wished = new HashMap<>();

  /// Names that documents have already.
  public void take(Collection<Address> documents) {
    documents.forEach(address -> taken.add(address.kind() + "/" + address.name()));
  }

  /// Says that an object would like a name, before names are given: who shares one gets another.
  public void wish(String slug, String name) {
    wished.merge(key(slug, usable(name)), 1, Integer::sum);
  }

  /// The name that a document has already, for an object.
  public Address keep(String slug, String id, Address address) {
    byObject.put(slug + "/" + id, address);
    taken.add(address.kind() + "/" + address.name());
    return address;
  }

  /// Gives an object its name.
  ///
  /// @param shared what is added to a name that others wish too; empty for nothing but a number
  /// @param group its group's document, for a kind with instances; else empty
  public Address give(String slug, String id, String wish, String shared, String group) {
    String name = usable(wish);
    boolean isShared = wished.getOrDefault(key(slug, name), 0) > 1;
    String first = isShared && !shared.isEmpty() ? usable(name + "_" + shared) : name;
    String base = first.isEmpty() ? usable(slug + "_" + id) : first;
    String free = base;
    for (int number = 2; taken.contains(slug + "/" + free); number++) {
      free = usable(base + "_" + number);
    }
    taken.add(slug + "/" + free);
    Address address = Address.of(slug, free).inGroup(group);
    byObject.put(slug + "/" + id, address);
    return address;
  }

  public Optional<Address> of(String slug, String id) {
    return Optional.ofNullable(byObject.get(slug + "/" + id));
  }

  private static String key(String slug, String name) {
    return slug + "/" + name.toLowerCase(Locale.ROOT);
  }

  /// A name that addresses can say, and that no `@` splits but an e-mail's.
  private static String usable(String text) {
    String name =
        text.codePoints()
            .filter(point -> !Character.isISOControl(point) && !isInvisible(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return name.length() > LONGEST ? name.substring(0, LONGEST).strip() : name;
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
