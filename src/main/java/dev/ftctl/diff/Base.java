package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What changed in the manifests since an earlier revision (`--base`), as far as the account can't
/// tell.
///
/// @param revision as the user named it
/// @param dropped resources that were described then and are not any more
/// @param described addresses of everything that was described then
/// @param protection what was protected then
/// @param rotated why their secrets are sent again, of resources of which the source of a secret,
///   or `metadata.rotation`, is another
/// @param reloaded owners of which a part says something else: the schema settings of a connector
/// @param same what each resource that was described then says now as it did then: the fields of
///   its spec and, of those that differ and are objects, their fields
/// @param unread each reason why the manifests of then can't be read cleanly, with places; empty
///   when they can. Then nothing is known of them, and nothing follows
public record Base(
    String revision,
    List<Resource> dropped,
    Set<Address> described,
    Protection protection,
    Map<Address, String> rotated,
    Set<Address> reloaded,
    Map<Address, Set<FieldPath>> same,
    List<String> unread) {

  public Base {
    dropped = List.copyOf(dropped);
    described = Set.copyOf(described);
    rotated = Map.copyOf(rotated);
    reloaded = Set.copyOf(reloaded);
    same = Map.copyOf(same);
    unread = List.copyOf(unread);
  }

  /// One that can't be read.
  ///
  /// @param whys with the places
  public static Base unread(String revision, List<String> whys) {
    return new Base(
        revision, List.of(), Set.of(), Protection.NONE, Map.of(), Set.of(), Map.of(), whys);
  }

  /// The same, of which only these addresses go.
  public Base dropping(Set<Address> addresses) {
    return new Base(
        revision,
        dropped.stream().filter(one -> addresses.contains(one.address())).toList(),
        described,
        protection,
        rotated,
        reloaded,
        same,
        unread);
  }

  public boolean isUnread() {
    return !unread.isEmpty();
  }

  /// Compares the manifests of two revisions.
  public static Base of(String revision, Desired then, Desired now, KindList kinds) {
    Map<Address, Resource> today = new HashMap<>();
    now.resources().forEach(resource -> today.put(resource.address(), resource));
    var dropped = new ArrayList<Resource>();
    var described = new HashSet<Address>();
    var guarded = new HashSet<Address>();
    var rotated = new HashMap<Address, String>();
    var reloaded = new HashSet<Address>();
    var same = new HashMap<Address, Set<FieldPath>>();
    for (Resource before : then.resources()) {
      described.add(before.address());
      Resource after = today.get(before.address());
      if (before.metadata().isProtected()) {
        guarded.add(before.address());
      }
      if (after == null) {
        if (!before.metadata().isAbsent() && !before.metadata().isExisting()) {
          dropped.add(before);
        }
        continue;
      }
      same.put(after.address(), same(before.spec(), after.spec()));
      rotation(before, after).ifPresent(why -> rotated.put(after.address(), why));
      if (!before.spec().equals(after.spec())) {
        KindDefinition definition = kinds.ofSlug(after.address().kind()).definition();
        References.ownerOf(after, definition).ifPresent(reloaded::add);
      }
    }
    var protection = new Protection(then.project().protect(), guarded);
    return new Base(revision, dropped, described, protection, rotated, reloaded, same, List.of());
  }

  /// Whether the field, of one segment or two, was said in the same words then.
  public boolean saidTheSame(Address address, FieldPath field) {
    Set<FieldPath> unchanged = same.getOrDefault(address, Set.of());
    return unchanged.contains(field)
        || unchanged.contains(FieldPath.of(field.segments().getFirst()));
  }

  private static Set<FieldPath> same(Value.Mapping then, Value.Mapping now) {
    var same = new HashSet<FieldPath>();
    now.entries()
        .forEach((name, value) -> {
          if (value.equals(then.get(name))) {
            same.add(FieldPath.of(name));
          } else if (value instanceof Value.Mapping inner) {
            inner.entries().keySet().stream()
                .filter(field -> inner.get(field).equals(then.mapping(name).get(field)))
                .forEach(field -> same.add(FieldPath.of(name, field)));
          }
        });
    return same;
  }

  private static Optional<String> rotation(Resource before, Resource after) {
    if (before.metadata().rotation() != after.metadata().rotation()) {
      return Optional.of(
          "asked by metadata.rotation: "
              + before.metadata().rotation()
              + " → "
              + after.metadata().rotation());
    }
    return secrets(before.spec()).equals(secrets(after.spec()))
        ? Optional.empty()
        : Optional.of("a secret comes from elsewhere than at --base");
  }

  /// Sources of secrets by the path of their field.
  private static Map<String, String> secrets(Value.Mapping spec) {
    var sources = new TreeMap<String, String>();
    collect("", spec, sources);
    return sources;
  }

  private static void collect(String path, Value value, Map<String, String> sources) {
    switch (value) {
      case Value.Secret secret -> sources.put(path, secret.source().name());
      case Value.Mapping mapping ->
          mapping.entries().forEach((key, inner) -> collect(path + "/" + key, inner, sources));
      case Value.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          collect(path + "/" + i, items.items().get(i), sources);
        }
      }
      case Value.Absent absent -> {}
      case Value.Null nothing -> {}
      case Value.Text text -> {}
      case Value.Num number -> {}
      case Value.Bool bool -> {}
      case Value.Reference reference -> {}
    }
  }
}
