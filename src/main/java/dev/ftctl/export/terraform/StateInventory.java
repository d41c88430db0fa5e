package dev.ftctl.export.terraform;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of a state, as if an account had answered them.
public final class StateInventory {

  private final KindList kinds;
  private final Ids ids = new Ids();
  private final Map<String, Resource> wanted = new HashMap<>();

  private StateInventory(KindList kinds) {
    this.kinds = kinds;
  }

  /// @param described what manifests describe already
  public static Inventory of(Sketches sketches, List<Resource> described) {
    return new StateInventory(sketches.kinds()).read(sketches, described);
  }

  private Inventory read(Sketches sketches, List<Resource> described) {
    List<Live> lives = sketches.all().stream().map(Sketch::live).toList();
    var found = new ArrayList<Found>();
    for (Kind kind : kinds.lastFoundByOthers()) {
      KindDefinition definition = kind.definition();
      List<Live> own =
          lives.stream().filter(live -> live.kind().equals(definition.slug())).toList();
      match(definition, own, described);
      named(definition, own, sketches);
      own.forEach(live -> found.add(found(definition, live)));
    }
    return new Inventory(found, ids, Inventory.Beside.NOTHING);
  }

  private void match(KindDefinition definition, List<Live> own, List<Resource> described) {
    for (Resource resource : described) {
      if (resource.address().kind().equals(definition.slug())) {
        Optional<String> identity = definition.identity(resource, ids);
        own.stream()
            .filter(live -> identity.filter(live.identity()::equals).isPresent())
            .findFirst()
            .ifPresent(live -> {
              wanted.put(live.kind() + "/" + live.id(), resource);
              put(definition, resource.address(), live.id());
            });
      }
    }
  }

  /// Also of what a state only names.
  private void named(KindDefinition definition, List<Live> own, Sketches sketches) {
    boolean isPart = definition.partOf().isPresent();
    for (Live live : isPart ? List.<Live>of() : own) {
      put(definition, definition.liveAddress(live, ids), live.id());
    }
    sketches
        .names()
        .all()
        .getOrDefault(definition.slug(), Map.of())
        .forEach((id, fields) -> {
          if (sketches.with(definition.slug() + "/" + id).isEmpty()) {
            Sketch sketch = new Sketch(definition.slug(), id);
            sketch.fields.putAll(fields.entries());
            put(definition, definition.liveAddress(sketch.live(), ids), new RemoteId(id));
          }
        });
  }

  private void put(KindDefinition definition, Address address, RemoteId id) {
    if (definition.namedBy().equals("email")) {
      ids.putInAnyCase(address, id);
    } else {
      ids.put(address, id);
    }
  }

  private Found found(KindDefinition definition, Live live) {
    String id = live.id().value();
    Address address =
        definition
            .partOf()
            .flatMap(part -> ids.nameOf(part.owner(), id))
            .map(owner -> owner.withKind(live.kind()))
            .orElseGet(() -> definition.liveAddress(live, ids));
    Live own =
        live.fields().get("schema").isAbsent() || definition.partOf().isEmpty()
            ? live
            : live.withFields(without(live.fields()));
    return new Found(address, own, Optional.ofNullable(wanted.get(live.kind() + "/" + id)));
  }

  private static Value.Mapping without(Value.Mapping fields) {
    return fields.without("schema");
  }
}
