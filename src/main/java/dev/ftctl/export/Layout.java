package dev.ftctl.export;

import dev.ftctl.model.address.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Which file a document goes to.
public enum Layout {
  /// One file for each document: `groups/<group>/<name>.yaml` for what is of one group,
  /// `shared/<name>.yaml` for what is of several, else `<kind>/<name>.yaml`.
  GROUPS,
  /// One file for each document, by kind: `<kind>/<name>.yaml`.
  KINDS,
  /// One file for all documents of a group, and one for each kind of what is in none.
  FLAT;

  /// The end of a manifest's file name.
  static final String YAML = ".yaml";

  /// A document that needs a place.
  ///
  /// @param id tells it apart from another of the same name but for case
  /// @param isShared whether it is of several groups
  /// @param isPart whether it is of a kind that has no life of its own
  public record Item(Document document, String id, boolean isShared, boolean isPart) {}

  /// Paths by the address of the document, with slashes, below the folder of the manifests; no two
  /// that a file system takes for the same, but where several documents go to one file.
  public SequencedMap<Address, String> paths(List<Item> items) {
    Map<String, Integer> folded = new HashMap<>();
    items.forEach(item -> folded.merge(fold(path(item, "")), 1, Integer::sum));
    SequencedMap<Address, String> paths = new LinkedHashMap<>();
    for (Item item : items) {
      boolean isAlike = this != FLAT && folded.getOrDefault(fold(path(item, "")), 0) > 1;
      paths.put(item.document().address(), path(item, isAlike ? "-" + FileName.of(item.id()) : ""));
    }
    return paths;
  }

  private String path(Item item, String suffix) {
    Document document = item.document();
    String name = FileName.of(document.name()) + suffix;
    String slug = document.address().kind();
    String group = document.group();
    return switch (this) {
      case GROUPS ->
          group.isEmpty() && !item.isShared()
              ? slug + "/" + name + YAML
              : (item.isShared() ? "shared/" : "groups/" + FileName.of(group) + "/")
                  + name
                  + (item.isPart() ? "." + slug : "")
                  + YAML;
      case KINDS -> slug + "/" + name + (group.isEmpty() ? "" : "." + FileName.of(group)) + YAML;
      case FLAT ->
          (item.isShared() ? "shared" : group.isEmpty() ? slug : "groups/" + FileName.of(group))
              + YAML;
    };
  }

  private static String fold(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
