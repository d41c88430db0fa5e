package dev.ftctl.render.graph;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.model.Group;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.graph.Picture.Arrow;
import dev.ftctl.render.graph.Picture.Box;
import dev.ftctl.render.graph.Picture.Cluster;
import dev.ftctl.render.graph.Picture.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Makes a picture of resources: what is alike and in order becomes one box, so that what is drawn
/// stays readable and what is broken is seen.
public final class PictureMaking {

  private static final String SEVERAL = "in several groups";
  private static final String ACCOUNT = "account";

  /// From how many alike ones in a cluster on there is one box.
  private static final int MANY = 5;

  /// Words of connections, destinations and logs; of links; of projects; of agents.
  private static final Map<String, Look> LOOKS =
      Map.of(
          "BROKEN", Look.BROKEN,
          "FAIL", Look.BROKEN,
          "INCOMPLETE", Look.INCOMPLETE,
          "CREATING", Look.INCOMPLETE,
          "UPDATING", Look.INCOMPLETE,
          "ERROR", Look.BROKEN,
          "NOT_READY", Look.INCOMPLETE,
          "NOT_CONNECTED", Look.INCOMPLETE);

  private record Alike(String cluster, String kind, String service, Set<Address> targets) {}

  private final KindList kinds;
  private final boolean isExpanded;
  private final Map<Address, Look> looks = new HashMap<>();
  private final List<Thing> things = new ArrayList<>();
  private final Set<String> groups = new TreeSet<>();
  private final Map<Address, String> ids = new HashMap<>();
  private final Map<String, List<Box>> boxes = new TreeMap<>();

  private int drawn;

  private PictureMaking(KindList kinds, boolean isExpanded) {
    this.kinds = kinds;
    this.isExpanded = isExpanded;
  }

  /// @param plan with how the account is; empty for the manifests alone
  /// @param isExpanded whether every instance gets its box
  public static Picture of(
      List<Resource> resources, Optional<Plan> plan, KindList kinds, boolean isExpanded) {
    var making = new PictureMaking(kinds, isExpanded);
    plan.ifPresent(making::look);
    resources.forEach(making::add);
    plan.ifPresent(making::addUnmanaged);
    return making.picture();
  }

  private void look(Plan plan) {
    plan.changes()
        .forEach(planned -> looks.put(planned.change().address(), look(planned.change())));
  }

  private static Look look(Change change) {
    return switch (change) {
      case Change.Update update -> look(update.live());
      case Change.Replace replace -> look(replace.live());
      case Change.Keep keep -> look(keep.live());
      case Change.Delete delete -> look(delete.live());
      case Change.Create create -> Look.MISSING;
      case Change.Gone gone -> Look.PLAIN;
    };
  }

  private static Look look(Live live) {
    Value.Mapping fields = live.fields();
    return Stream.of(
            fields.mapping("status").text("setup_state"),
            fields.text("setup_status"),
            fields.text("state"),
            fields.text("status"),
            fields.text("online").equals("false") ? "NOT_CONNECTED" : "")
        .map(word -> LOOKS.getOrDefault(word.toUpperCase(Locale.ROOT), Look.PLAIN))
        .filter(look -> look != Look.PLAIN)
        .findFirst()
        .orElse(Look.PLAIN);
  }

  private void add(Resource resource) {
    KindDefinition definition = kinds.ofSlug(resource.address().kind()).definition();
    if (definition.partOf().isPresent() || resource.metadata().isAbsent()) {
      return;
    }
    Look look = looks.getOrDefault(resource.address(), Look.PLAIN);
    if (isGroup(resource.address())) {
      groups.add(resource.address().name());
      return;
    }
    String group =
        resource.spec().get(Group.SLUG) instanceof Value.Reference reference
            ? reference.target().name()
            : resource.address().instance();
    var targets = new LinkedHashSet<Address>();
    References.of(resource, definition).forEach(found -> targets.add(found.target()));
    targets.remove(Address.of(Group.SLUG, group));
    add(
        new Thing(
            resource.address(),
            group,
            resource.spec().text("service"),
            Set.copyOf(targets),
            Thing.near(definition, targets),
            look));
  }

  private void add(Thing thing) {
    if (!thing.cluster().isEmpty()) {
      groups.add(thing.cluster());
    }
    things.add(thing);
  }

  private void addUnmanaged(Plan plan) {
    for (Live live : plan.unmanaged()) {
      Address address = plan.addressOf(live);
      if (!live.isOurs() || kinds.ofSlug(live.kind()).definition().partOf().isPresent()) {
        continue;
      }
      if (isGroup(address)) {
        groups.add(address.name());
        continue;
      }
      String group =
          plan.ids()
              .nameOf(Group.SLUG, live.fields().text("group_id"))
              .map(Address::name)
              .orElse("");
      Look look = look(live) == Look.PLAIN ? Look.UNMANAGED : look(live);
      KindDefinition definition = kinds.ofSlug(live.kind()).definition();
      Set<Address> near = Thing.near(definition, definition.liveReferences(live, plan.ids()));
      add(new Thing(address, group, live.fields().text("service"), Set.of(), near, look));
    }
  }

  private Picture picture() {
    var single = new ArrayList<Thing>();
    Map<Address, List<Thing>> fanned = new TreeMap<>();
    for (Thing thing : Thing.settled(things)) {
      boolean folds =
          !isExpanded && thing.look() == Look.PLAIN && !thing.address().instance().isEmpty();
      if (folds) {
        fanned.computeIfAbsent(thing.address().inGroup(""), any -> new ArrayList<>()).add(thing);
      } else {
        single.add(thing);
      }
    }
    fanned.forEach((document, instances) -> {
      if (instances.size() == 1) {
        single.addAll(instances);
      } else {
        box(SEVERAL, document.toString(), detail(instances), instances);
      }
    });
    single.sort(
        Comparator.comparingInt((Thing thing) -> kinds.orderOf(thing.address().kind()))
            .thenComparing(Thing::address));
    alike(single)
        .forEach((alike, same) -> {
          if (!isExpanded && same.size() >= MANY && same.getFirst().look() == Look.PLAIN) {
            box(alike.cluster(), alike.kind() + " ×" + same.size(), alike.service(), same);
          } else {
            same.forEach(one -> box(alike.cluster(), name(one), one.service(), List.of(one)));
          }
        });
    return new Picture(clusters(), arrows());
  }

  private static Map<Alike, List<Thing>> alike(List<Thing> single) {
    var alike = new LinkedHashMap<Alike, List<Thing>>();
    for (Thing thing : single) {
      String cluster = thing.cluster().isEmpty() ? ACCOUNT : Group.SLUG + " " + thing.cluster();
      String kind =
          thing.look() == Look.PLAIN ? thing.address().kind() : thing.address().toString();
      alike
          .computeIfAbsent(
              new Alike(cluster, kind, thing.service(), thing.targets()), any -> new ArrayList<>())
          .add(thing);
    }
    return alike;
  }

  private static String name(Thing thing) {
    Address address = thing.address();
    return address.kind() + "/" + address.inGroup("").label();
  }

  private static String detail(List<Thing> instances) {
    String service = instances.getFirst().service();
    return (service.isEmpty() ? "" : service + ", ") + instances.size() + " groups";
  }

  private void box(String cluster, String label, String detail, List<Thing> of) {
    String id = "n" + drawn++;
    of.forEach(thing -> ids.put(thing.address(), id));
    boxes
        .computeIfAbsent(cluster, any -> new ArrayList<>())
        .add(new Box(id, label, detail, of.getFirst().look()));
  }

  private List<Cluster> clusters() {
    var clusters = new ArrayList<Cluster>();
    for (String group : groups) {
      String title = Group.SLUG + " " + group;
      String id = "g" + clusters.size();
      ids.put(Address.of(Group.SLUG, group), id);
      clusters.add(new Cluster(id, title, boxes.getOrDefault(title, List.of())));
    }
    for (String title : List.of(SEVERAL, ACCOUNT)) {
      List<Box> inside = boxes.getOrDefault(title, List.of());
      if (!inside.isEmpty()) {
        clusters.add(new Cluster("g" + clusters.size(), title, inside));
      }
    }
    return clusters;
  }

  private List<Arrow> arrows() {
    var arrows = new LinkedHashSet<Arrow>();
    for (Thing thing : things) {
      String from = ids.get(thing.address());
      for (Address target : new TreeSet<>(thing.targets())) {
        String to = ids.get(target);
        if (from != null && to != null && !from.equals(to)) {
          arrows.add(new Arrow(from, to));
        }
      }
    }
    return List.copyOf(arrows);
  }

  private static boolean isGroup(Address address) {
    return address.kind().equals(Group.SLUG);
  }
}
