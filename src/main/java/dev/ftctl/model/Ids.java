package dev.ftctl.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which live object an address means: filled by the snapshot (documents and undescribed live
/// objects alike), completed by apply as objects come into being. Safe for use by many threads.
public final class Ids {

  private final Map<Address, RemoteId> byAddress = new ConcurrentHashMap<>();
  private final Map<String, Address> byKindAndId = new ConcurrentHashMap<>();
  private final Set<Address> replaced = ConcurrentHashMap.newKeySet();

  /// Records an id. The first address of an id stays its name, so documents are put before live
  /// names.
  public void put(Address address, RemoteId id) {
    byAddress.put(address, id);
    byKindAndId.putIfAbsent(address.kind() + "/" + id.value(), address);
  }

  public void remove(Address address) {
    RemoteId id = byAddress.remove(address);
    if (id != null) {
      byKindAndId.remove(address.kind() + "/" + id.value(), address);
    }
  }

  public Optional<RemoteId> find(Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /// The address that an id of a kind is known by.
  public Optional<Address> nameOf(String kind, String id) {
    return Optional.ofNullable(byKindAndId.get(kind + "/" + id));
  }

  /// Says that another object will take the place of this one: what belongs to the id goes with it.
  public void markReplaced(Address address) {
    replaced.add(address);
  }

  public boolean isReplaced(Address address) {
    return replaced.contains(address);
  }

  public Map<Address, RemoteId> all() {
    return Map.copyOf(byAddress);
  }
}
