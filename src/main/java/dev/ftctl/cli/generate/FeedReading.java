package dev.ftctl.cli.generate;

import dev.ftctl.drift.Owners;
import dev.ftctl.fivetran.Account;
import dev.ftctl.generate.Feed;
import dev.ftctl.generate.LandedTable;
import dev.ftctl.generate.LandedTables;
import dev.ftctl.generate.Pace;
import dev.ftctl.kind.Facets.Downstream;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.status.Schedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The connections that manifests describe, with the tables that they bring.
///
/// @param owners whom documents belong to
record FeedReading(KindList kinds, Desired desired, Owners owners) {

  /// What was read.
  ///
  /// @param untold connections without a table that is known, each with the reason
  record Result(List<Feed> feeds, List<String> untold) {}

  /// From the manifests alone.
  Result offline() {
    Map<Address, Value.Mapping> databases = new HashMap<>();
    for (Resource resource : desired.resources()) {
      downstream(resource.address())
          .flatMap(Downstream::warehouse)
          .ifPresent(warehouse -> databases.put(group(resource), resource.spec()));
    }
    var feeds = new ArrayList<Feed>();
    var untold = new ArrayList<String>();
    for (Resource wanted : loads()) {
      Value.Mapping place = databases.getOrDefault(group(wanted), Value.Mapping.EMPTY);
      add(wanted, Optional.empty(), Value.Mapping.EMPTY, database(place), feeds, untold);
    }
    return new Result(feeds, untold);
  }

  /// With the schema configurations of the account: the lists, a call for each destination and one
  /// for each connection.
  Result live(Account account, ReadingObserver observer) {
    var chosen = new Chosen();
    Inventory inventory =
        Inventory.read(
            account,
            kinds,
            desired.resources(),
            Set.of(),
            chosen,
            (kind, found) -> new Interest.Landed(),
            observer);
    Map<String, Value.Mapping> places = new HashMap<>();
    Map<String, Value.Mapping> settings = new HashMap<>();
    for (Found found : inventory.objects()) {
      boolean isPlace = downstream(found.address()).flatMap(Downstream::warehouse).isPresent();
      (isPlace ? places : settings).put(found.live().id().value(), found.live().fields());
    }
    var feeds = new ArrayList<Feed>();
    var untold = new ArrayList<String>();
    for (Resource wanted : loads()) {
      Live live = chosen.live.get(wanted.address());
      if (live == null) {
        untold.add(wanted.address() + " is not in the account yet");
        continue;
      }
      Value.Mapping tree = settings.getOrDefault(live.id().value(), Value.Mapping.EMPTY);
      String warehouse =
          downstream(wanted.address())
              .flatMap(Downstream::loads)
              .map(loads -> loads.warehouse(live))
              .orElse("");
      String database = database(places.getOrDefault(warehouse, Value.Mapping.EMPTY));
      if (tree.entries().isEmpty()) {
        untold.add(wanted.address() + " has no schema configuration yet");
      } else {
        add(wanted, Optional.of(live), tree, database, feeds, untold);
      }
    }
    return new Result(feeds, untold);
  }

  /// Reads the parts of what is asked for, and what its tables lie in; keeps what lists tell.
  private final class Chosen implements Inventory.Choice {
    private final Map<Address, Live> live = new HashMap<>();
    private final Set<Address> asked = new HashSet<>();

    private Chosen() {
      loads().forEach(wanted -> asked.add(wanted.address()));
    }

    @Override
    public boolean includes(Found object, Ids ids) {
      return downstream(object.address()).flatMap(Downstream::warehouse).isPresent();
    }

    @Override
    public boolean includesPart(Found owner, String slug, Ids ids) {
      boolean isAsked = asked.contains(owner.address()) && owner.wanted().isPresent();
      if (isAsked) {
        live.put(owner.address(), owner.live());
      }
      return isAsked;
    }
  }

  /// What brings tables and is asked for.
  private List<Resource> loads() {
    return desired.planned().stream()
        .filter(resource -> !resource.metadata().isAbsent())
        .filter(resource -> downstream(resource.address()).flatMap(Downstream::loads).isPresent())
        .toList();
  }

  private void add(
      Resource wanted,
      Optional<Live> live,
      Value.Mapping tree,
      String database,
      List<Feed> feeds,
      List<String> untold) {
    Downstream.Loads loads = downstream(wanted.address()).flatMap(Downstream::loads).orElseThrow();
    Optional<Landing> landing =
        live.map(known -> Optional.of(loads.landing(known.fields())))
            .orElseGet(() -> loads.landing(wanted));
    List<LandedTable> tables = landing.map(there -> tables(wanted, tree, there)).orElse(List.of());
    if (tables.isEmpty()) {
      untold.add(
          wanted.address()
              + (live.isPresent()
                  ? " syncs no table"
                  : " has no SchemaSettings that name a table"));
      return;
    }
    feeds.add(
        new Feed(
            wanted.address().toString(),
            wanted.address().name(),
            wanted.address().instance(),
            wanted.spec().text("service"),
            owners.of(wanted),
            database,
            pace(wanted, live),
            tables));
  }

  private List<LandedTable> tables(Resource wanted, Value.Mapping tree, Landing landing) {
    var tables = new ArrayList<LandedTable>();
    for (Kind kind : kinds.kinds()) {
      Optional<PartOf> part =
          kind.definition().partOf().filter(one -> one.owner().equals(wanted.address().kind()));
      part.ifPresent(settings -> {
        Optional<Resource> described =
            desired.resources().stream()
                .filter(one -> one.address().kind().equals(kind.definition().slug()))
                .filter(one -> isOf(one, wanted))
                .findFirst();
        if (described.isPresent() || !tree.entries().isEmpty()) {
          tables.addAll(LandedTables.of(settings, described, tree, landing));
        }
      });
    }
    return tables;
  }

  private static boolean isOf(Resource settings, Resource owner) {
    return settings.spec().get(owner.address().kind()) instanceof Value.Reference to
        && to.target().equals(owner.address());
  }

  private static Pace pace(Resource wanted, Optional<Live> live) {
    Value.Mapping fields = live.map(Live::fields).orElse(Value.Mapping.EMPTY);
    for (String name :
        List.of(
            "schedule",
            "schedule_type",
            "sync_frequency",
            "daily_sync_time",
            "data_delay_sensitivity",
            "data_delay_threshold",
            "paused")) {
      Value said = wanted.spec().get(name);
      fields = said.isBlank() ? fields : fields.with(name, said);
    }
    boolean isPaused = fields.get("paused").equals(Value.bool(true));
    boolean isCustom = fields.text("data_delay_sensitivity").equalsIgnoreCase("CUSTOM");
    return new Pace(
        isPaused ? Optional.empty() : Schedule.of(fields).longest(),
        isCustom ? minutes(fields.get("data_delay_threshold")) : Duration.ZERO,
        isPaused ? Duration.ZERO : wanted.metadata().freshness());
  }

  private static Duration minutes(Value value) {
    return value instanceof Value.Num number && number.number().compareTo(BigDecimal.ZERO) > 0
        ? Duration.ofMinutes(number.number().longValue())
        : Duration.ZERO;
  }

  private String database(Value.Mapping fields) {
    return kinds.kinds().stream()
        .flatMap(kind -> kind.definition().downstream().stream())
        .flatMap(downstream -> downstream.warehouse().stream())
        .map(warehouse -> warehouse.database(fields))
        .findFirst()
        .orElse("");
  }

  private static Address group(Resource resource) {
    return resource.spec().get("group") instanceof Value.Reference group
        ? group.target()
        : Address.of("group", resource.address().instance());
  }

  private Optional<Downstream> downstream(Address address) {
    KindDefinition definition = kinds.ofSlug(address.kind()).definition();
    return definition.downstream();
  }
}
