package dev.ftctl.manifest.outline;

import dev.ftctl.kind.Follows;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.address.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Guesses from outlines which files a run that plans a few of them needs as well. What the guess
/// misses is found when those are read.
final class Needs {

  private final KindList kinds;
  private final Map<Address, String> files = new HashMap<>();
  private final Map<Address, FileOutline.Part> parts = new HashMap<>();

  /// What belongs to a resource, or lies in a group.
  private final Map<Address, List<FileOutline.Part>> around = new HashMap<>();

  Needs(KindList kinds, Map<String, FileOutline> outlines) {
    this.kinds = kinds;
    outlines.forEach((path, outline) -> outline.parts().forEach(part -> add(path, part)));
  }

  private void add(String path, FileOutline.Part part) {
    files.put(part.address(), path);
    parts.put(part.address(), part);
    around.computeIfAbsent(part.group(), group -> new ArrayList<>()).add(part);
    part.links().stream()
        .filter(FileOutline.Tie::isOwner)
        .forEach(tie -> around.computeIfAbsent(tie.target(), owner -> new ArrayList<>()).add(part));
  }

  /// @param changed files
  /// @return other files
  Set<String> of(Collection<String> changed) {
    var some = Set.copyOf(changed);
    var open = new ArrayDeque<Address>(files.keySet());
    open.removeIf(address -> !some.contains(files.get(address)));
    var seen = new HashSet<Address>();
    var needed = new HashSet<String>();
    while (!open.isEmpty()) {
      Address address = open.remove();
      FileOutline.Part part = parts.get(address);
      if (part != null && seen.add(address)) {
        needed.add(files.get(address));
        part.links().forEach(tie -> open.add(tie.target()));
        around.getOrDefault(address, List.of()).stream()
            .filter(other -> isOf(other, address))
            .forEach(other -> open.add(other.address()));
        follows(part).forEach(other -> open.add(other.address()));
      }
    }
    needed.removeAll(some);
    return needed;
  }

  private static boolean isOf(FileOutline.Part part, Address owner) {
    return part.links().stream().anyMatch(tie -> tie.isOwner() && tie.target().equals(owner));
  }

  private List<FileOutline.Part> follows(FileOutline.Part part) {
    List<String> slugs =
        kinds
            .ofSlug(part.address().kind())
            .definition()
            .follows()
            .map(Follows::inTheSameGroup)
            .orElse(List.of());
    return slugs.isEmpty() || part.group().equals(FileOutline.Part.NO_GROUP)
        ? List.of()
        : around.getOrDefault(part.group(), List.of()).stream()
            .filter(other -> slugs.contains(other.address().kind()))
            .toList();
  }
}
