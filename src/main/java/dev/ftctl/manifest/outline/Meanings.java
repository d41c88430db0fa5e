package dev.ftctl.manifest.outline;

import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.model.Digest;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What names mean in a reading: which resources, in which order, and whether those are to be
/// absent. Names are taken in any letter case, as those of people are.
final class Meanings {

  private final Map<String, TreeMap<String, List<String>>> byName = new HashMap<>();

  Meanings(List<Draft> drafts) {
    for (Draft draft : drafts) {
      String document = draft.address().inGroup("").toString();
      byName
          .computeIfAbsent(name(draft.address()), name -> new TreeMap<>())
          // Documents of one name in several files stand in the order of those.
          .computeIfAbsent(document + " " + draft.document().file(), one -> new ArrayList<>())
          .add(draft.address() + (draft.metadata().isAbsent() ? " absent" : ""));
    }
  }

  static String name(Address address) {
    return address.kind() + "/" + address.name().toLowerCase(Locale.ROOT);
  }

  /// The meaning of some names, as a hash.
  String of(Collection<String> names) {
    var digest = new Digest();
    for (String name : names) {
      digest.with(name);
      byName
          .getOrDefault(name, new TreeMap<>())
          .values()
          .forEach(all -> digest.with(String.join("\n", all)));
      digest.with("");
    }
    return digest.hex().substring(0, 32);
  }
}
