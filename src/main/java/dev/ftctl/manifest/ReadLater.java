package dev.ftctl.manifest;

import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Resources of which some are known by their outlines alone. Whoever looks into the list has all
/// of them read. Safe for many threads.
final class ReadLater extends AbstractList<Resource> {

  private final List<Resource> outlined;
  private final Set<Address> stubs;
  private final Supplier<List<Resource>> reading;
  private @Nullable List<Resource> all;

  /// @param outlined sorted by address
  /// @param stubs of which only outlines are among them
  /// @param reading reads all, in the same order
  ReadLater(List<Resource> outlined, Set<Address> stubs, Supplier<List<Resource>> reading) {
    this.outlined = List.copyOf(outlined);
    this.stubs = Set.copyOf(stubs);
    this.reading = reading;
  }

  List<Resource> outlined() {
    return outlined;
  }

  /// Whether everything is known of these.
  boolean has(Set<Address> some) {
    return some.stream().noneMatch(stubs::contains);
  }

  private synchronized List<Resource> all() {
    List<Resource> known = all;
    if (known == null) {
      known = reading.get();
      all = known;
    }
    return known;
  }

  @Override
  public Resource get(int index) {
    return all().get(index);
  }

  @Override
  public int size() {
    return outlined.size();
  }
}
