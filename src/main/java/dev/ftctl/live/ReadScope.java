package dev.ftctl.live;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What to read of the account: lists, and the details that somebody asks for.
///
/// @param wanted resources to find, and to read as far as they name something
/// @param dropped resources to find last, and only among what no other one describes; their lists
///   say all that is needed of them
/// @param unmanaged how far to read objects that no resource describes, by the slug of their kind;
///   of kinds that are not named here only lists are read
/// @param ofDescribed slugs of the parts among those kinds that are read of owners only that
///   resources describe, and of which one that can't be read ends nothing
/// @param reach of which wanted resources the details are read
/// @param light resources among the wanted of which it is enough to know whether they are there
/// @param isWide whether lists are read that are read on demand, although nothing here is in them
/// @param lookups how many calls to sources may be sent to learn what the account doesn't tell
public record ReadScope(
    List<Resource> wanted,
    List<Resource> dropped,
    Map<String, Interest.Broad> unmanaged,
    Set<String> ofDescribed,
    Reach reach,
    Set<Address> light,
    boolean isWide,
    int lookups) {

  public ReadScope {
    wanted = List.copyOf(wanted);
    dropped = List.copyOf(dropped);
    unmanaged = Map.copyOf(unmanaged);
    ofDescribed = Set.copyOf(ofDescribed);
    light = Set.copyOf(light);
  }

  /// What a comparison with manifests needs; of no resources, the lists alone.
  public static ReadScope of(List<Resource> wanted) {
    return new ReadScope(
        wanted,
        List.of(),
        Map.of(),
        Set.of(),
        new Reach.All(),
        Set.of(),
        false,
        Intent.USUAL_LOOKUPS);
  }

  /// The same, looking for resources that are not described any more.
  public ReadScope dropping(List<Resource> resources) {
    return new ReadScope(wanted, resources, unmanaged, ofDescribed, reach, light, isWide, lookups);
  }

  /// The same, reading the details of some resources only.
  public ReadScope reaching(Reach other) {
    return new ReadScope(wanted, dropped, unmanaged, ofDescribed, other, light, isWide, lookups);
  }

  /// The same, reading more of what no resource describes.
  ///
  /// @param kind a slug; that of a part (schema settings) asks for the part of every owner
  public ReadScope exploring(String kind, Interest.Broad interest) {
    var more = new TreeMap<>(unmanaged);
    more.put(kind, interest);
    return new ReadScope(wanted, dropped, more, ofDescribed, reach, light, isWide, lookups);
  }

  /// The same, reading the parts of described owners of which no resource describes one. What of
  /// them can't be read is told by the snapshot.
  public ReadScope exploringOfDescribed(String part, Interest.Broad interest) {
    var parts = new TreeSet<>(ofDescribed);
    parts.add(part);
    ReadScope more = exploring(part, interest);
    return new ReadScope(wanted, dropped, more.unmanaged, parts, reach, light, isWide, lookups);
  }

  /// The same, looking for objects of every kind.
  public ReadScope wide(boolean isWide) {
    return new ReadScope(wanted, dropped, unmanaged, ofDescribed, reach, light, isWide, lookups);
  }

  /// The same, not reading the details of some.
  public ReadScope lightly(Set<Address> addresses) {
    return new ReadScope(
        wanted, dropped, unmanaged, ofDescribed, reach, addresses, isWide, lookups);
  }

  /// The same, with so many calls to sources at most.
  public ReadScope lookingUp(int most) {
    return new ReadScope(wanted, dropped, unmanaged, ofDescribed, reach, light, isWide, most);
  }
}
