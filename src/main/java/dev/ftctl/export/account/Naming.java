package dev.ftctl.export.account;

import dev.ftctl.export.DocumentNames;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the documents of live objects are called: connectors after their schema, and where groups
/// share one after both; everything else after its live name.
final class Naming {

  private final KindList kinds;
  private final Ids ids;
  private final DocumentNames names;

  Naming(KindList kinds, Ids ids, DocumentNames names) {
    this.kinds = kinds;
    this.ids = ids;
    this.names = names;
  }

  /// The objects by the addresses of their documents. A group comes before what is in it, so that
  /// this goes by the group's document.
  ///
  /// A name is shared with who has a document already and with who gets none here, so that it
  /// doesn't depend on what was chosen or could be read, and who refers to one of them never means
  /// another's document.
  ///
  /// @param others that get no document here
  List<Found> give(List<Found> objects, List<Found> others) {
    for (Found found : Stream.concat(objects.stream(), others.stream()).toList()) {
      if (!isPart(found)) {
        names.wish(found.live().kind(), wish(found.live()));
      }
    }
    return objects.stream()
        .sorted(
            Comparator.<Found>comparingInt(found -> kinds.orderOf(found.live().kind()))
                .thenComparing(found -> wish(found.live()))
                .thenComparing(found -> groupOf(found.live()))
                .thenComparing(found -> standsOn(found.live()))
                .thenComparing(found -> told(found.live())))
        .map(found -> new Found(name(found), found.live(), found.wanted()))
        .sorted(
            Comparator.<Found>comparingInt(found -> kinds.orderOf(found.live().kind()))
                .thenComparing(Found::address))
        .toList();
  }

  /// By the live names of what it refers to: an identity may hold their ids, which are others in
  /// another account.
  private String standsOn(Live live) {
    return definition(live).liveReferences(live, ids).stream()
        .map(Address::toString)
        .sorted()
        .toList()
        .toString();
  }

  /// What tells objects of one name apart in every account, and their ids last of all.
  private static String told(Live live) {
    return live.identity() + " " + live.id();
  }

  private Address name(Found found) {
    Live live = found.live();
    String id = live.id().value();
    if (found.wanted().isPresent()) {
      return names.keep(live.kind(), id, found.address());
    }
    KindDefinition definition = definition(live);
    if (definition.partOf().isPresent()) {
      Address owner =
          names
              .of(definition.partOf().get().owner(), id)
              .orElseGet(() -> found.address().withKind(definition.partOf().get().owner()));
      return names.keep(live.kind(), id, owner.withKind(live.kind()));
    }
    boolean hasInstances = !definition.fields(live.fields()).fanOut().isEmpty();
    String group = groupOf(live);
    return names.give(live.kind(), id, wish(live), group, hasInstances ? group : "");
  }

  /// The name of the group that it is in, empty for none.
  private String groupOf(Live live) {
    String id = live.fields().text("group_id");
    return names
        .of(Group.SLUG, id)
        .or(() -> ids.nameOf(Group.SLUG, id))
        .map(Address::name)
        .orElse(id);
  }

  /// Without the id that an address has where its name would not do; `@` parts name and group.
  private String wish(Live live) {
    String name = definition(live).liveAddress(live, ids).name();
    String bare = name.endsWith("~" + live.id()) ? name.substring(0, name.lastIndexOf('~')) : name;
    boolean isSplit =
        live.kind().equals(Group.SLUG)
            || !definition(live).fields(live.fields()).fanOut().isEmpty();
    return isSplit ? bare.replace('@', '_') : bare;
  }

  private boolean isPart(Found found) {
    return definition(found.live()).partOf().isPresent();
  }

  private KindDefinition definition(Live live) {
    return kinds.ofSlug(live.kind()).definition();
  }
}
