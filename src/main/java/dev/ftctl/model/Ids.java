package dev.ftctl.model;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Which live object an address means: filled by the snapshot (documents and unmanaged live objects
/// alike), completed by apply as objects come into being. Safe for use by many threads.
public final class Ids {

  private final Map<Address, RemoteId> byAddress = new ConcurrentHashMap<>();
  private final Map<String, Address> byKindAndId = new ConcurrentHashMap<>();
  private final Map<String, Address> byFolded = new ConcurrentHashMap<>();
  private final Map<Address, RemoteId> aliases = new ConcurrentHashMap<>();
  private final Map<Address, RemoteId> former = new ConcurrentHashMap<>();
  private final Set<Address> replaced = ConcurrentHashMap.newKeySet();

  /// Records an id. The first address of an id stays its name, so documents are put before live
  /// names.
  public void put(Address address, RemoteId id) {
    byAddress.put(address, id);
    byKindAndId.putIfAbsent(address.kind() + "/" + id.value(), address);
  }

  /// Records an id for an address that is found in any letter case: people go by their e-mail.
  public void putInAnyCase(Address address, RemoteId id) {
    put(address, id);
    byFolded.putIfAbsent(folded(address), address);
  }

  /// Lets a reference find an object by another name than its own: what a document describes by its
  /// live name, what gets a document by that.
  public void alias(Address address, RemoteId id) {
    aliases.putIfAbsent(address, id);
  }

  /// Records what the `moved_from` of a document names. It is no address: the document may have
  /// taken over what the object was called by.
  public void cameFrom(Address document, RemoteId id) {
    former.put(document, id);
  }

  /// What the object of a document was moved from, as far as it is there.
  public Optional<RemoteId> former(Address document) {
    return Optional.ofNullable(former.get(document));
  }

  private static String folded(Address address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }

  public void remove(Address address) {
    RemoteId id = byAddress.remove(address);
    if (id != null) {
      byKindAndId.remove(address.kind() + "/" + id.value(), address);
      aliases
          .entrySet()
          .removeIf(
              alias -> alias.getKey().kind().equals(address.kind()) && alias.getValue().equals(id));
    }
  }

  public Optional<RemoteId> find(Address address) {
    RemoteId own = byAddress.get(address);
    RemoteId exact = own == null ? aliases.get(address) : own;
    if (exact != null || byFolded.isEmpty()) {
      return Optional.ofNullable(exact);
    }
    return Optional.ofNullable(byFolded.get(folded(address))).map(byAddress::get);
  }

  /// The id of what a value refers to; empty when that is not there yet, or the value is no
  /// reference.
  public Optional<String> idOf(Value reference) {
    return reference instanceof Value.Reference to
        ? find(to.target()).map(RemoteId::value)
        : Optional.empty();
  }

  /// The ids of what a list refers to, sorted, as an identity may hold them; empty when one of them
  /// is not there yet, or the value is no list of references.
  public Optional<SortedSet<String>> idsOf(Value references) {
    if (!(references instanceof Value.Items list)) {
      return Optional.empty();
    }
    var found = new TreeSet<String>();
    for (Value item : list.items()) {
      Optional<String> id = idOf(item);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      found.add(id.get());
    }
    return Optional.of(found);
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
