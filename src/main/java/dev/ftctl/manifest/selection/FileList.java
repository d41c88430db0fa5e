package dev.ftctl.manifest.selection;

import java.util.List;
import java.util.Set;

/// Which files to read.
///
/// @param files manifests, canonical, sorted
/// @param named those that the paths of the command line name; empty when no path was given or the
///   paths name the whole project
/// @param isNarrowed whether only the documents of `named`, and what they need, are planned
public record FileList(List<String> files, Set<String> named, boolean isNarrowed) {

  public FileList without(Set<String> others) {
    return new FileList(
        files.stream().filter(file -> !others.contains(file)).toList(), named, isNarrowed);
  }

  public FileList {
    files = List.copyOf(files);
    named = Set.copyOf(named);
  }
}
