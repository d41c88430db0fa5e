package dev.ftctl.export.account;

import dev.ftctl.export.Document;
import dev.ftctl.export.DocumentNames;
import dev.ftctl.export.EnvNames;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Documents of live objects, one for each.
public final class AccountDocuments implements Surroundings {

  private final KindList kinds;
  private final Inventory inventory;
  private final Predicate<KindDefinition> isFull;
  private final DocumentNames names = new DocumentNames();
  private final Hidden hidden;
  private final Map<String, String> left = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Map<String, Live> lives;

  private AccountDocuments(
      KindList kinds, Inventory inventory, EnvNames variables, Predicate<KindDefinition> isFull) {
    this.kinds = kinds;
    this.inventory = inventory;
    this.isFull = isFull;
    this.hidden = new Hidden(variables);
    this.lives =
        Stream.concat(inventory.objects().stream(), inventory.beside().all().stream())
            .map(Found::live)
            .collect(Collectors.toMap(AccountDocuments::key, live -> live, (one, other) -> one));
  }

  /// What came of an account.
  ///
  /// @param all a document for each object, in the order of the objects; parts that may stand
  ///   inside their owner's document do
  /// @param variables that the documents read
  /// @param left what has no document, by address, each with the reason
  public record Result(List<Written> all, List<EnvEntry> variables, Map<String, String> left) {}

  /// A document and the object that it is of.
  ///
  /// @param full its spec with everything that a document could say, where one describes it already
  public record Written(Document document, Found found, Value.Mapping full) {}

  /// @param taken addresses of documents that are there already
  /// @param variables knows the names that documents use already
  /// @param isFull of which kinds defaults, and what is as nobody has set it, are written too
  public static Result of(
      KindList kinds,
      Inventory inventory,
      Collection<Address> taken,
      EnvNames variables,
      Predicate<KindDefinition> isFull) {
    var documents = new AccountDocuments(kinds, inventory, variables, isFull);
    documents.names.take(taken);
    List<Found> described =
        new Twins(kinds, documents.left, documents.dropped)
            .without(inventory.objects(), inventory.beside().all());
    List<Found> named =
        new Naming(kinds, inventory.ids(), documents.names)
            .give(described, inventory.beside().all());
    named.forEach(found -> inventory.ids().alias(found.address(), found.live().id()));
    return documents.written(named);
  }

  private Result written(List<Found> objects) {
    var all = new LinkedHashMap<String, Written>();
    for (Found found : objects) {
      Kind kind = kinds.ofSlug(found.live().kind());
      KindDefinition definition = kind.definition();
      Value.Mapping spec =
          new LiveSpec(definition, found.address(), this, hidden, isFull.test(definition))
              .of(found.live());
      boolean isInside = definition.partOf().isPresent() && putInside(definition, found, spec, all);
      if (!isInside) {
        all.put(
            key(found.live()),
            new Written(document(definition, found, spec), found, full(definition, found)));
      }
    }
    return new Result(List.copyOf(all.values()), hidden.entries(), Map.copyOf(left));
  }

  private Value.Mapping full(KindDefinition definition, Found found) {
    var unused = new Hidden(new EnvNames(List.of()));
    return found.wanted().isEmpty()
        ? Value.Mapping.EMPTY
        : new LiveSpec(definition, found.address(), this, unused, true).of(found.live());
  }

  private Document document(KindDefinition definition, Found found, Value.Mapping spec) {
    String name = definition.namedBy();
    Value.Mapping rest =
        !name.isEmpty() && spec.text(name).equals(found.address().name())
            ? spec.without(name)
            : definition
                .ownWords()
                .map(words -> words.written(spec, found.address().name()))
                .orElse(spec);
    FieldTable table = definition.fields(spec);
    Optional<Field> owner =
        table.all().stream().filter(field -> field.is(Field.Trait.PART_OF)).findFirst();
    if (owner.isPresent() && definition.partOf().isPresent()) {
      rest = withOwner(owner.get(), found, rest);
    }
    return new Document(definition.name(), found.address(), rest)
        .withMetadata(metadata(definition, found));
  }

  /// What is told once is never made by accident: whoever wants that says where it goes.
  private static Value.Mapping metadata(KindDefinition definition, Found found) {
    boolean isTold = definition.handsOutOnce().isPresent() && found.wanted().isEmpty();
    return isTold ? Value.Mapping.EMPTY.with("existing", Value.bool(true)) : Value.Mapping.EMPTY;
  }

  private Value.Mapping withOwner(Field owner, Found found, Value.Mapping spec) {
    Map<String, Value> whole = new LinkedHashMap<>();
    String slug = owner.shape() instanceof Shape.Ref ref ? ref.slug() : "";
    label(slug, found.live().id().value())
        .ifPresent(address -> whole.put(owner.name(), new Value.Reference(address, Origin.LIVE)));
    whole.putAll(spec.entries());
    return Value.Mapping.of(whole);
  }

  /// Whether the owner has a document, which takes the part in.
  private boolean putInside(
      KindDefinition definition, Found part, Value.Mapping spec, Map<String, Written> all) {
    String owner = definition.partOf().orElseThrow().owner();
    String key = owner + "/" + part.live().id();
    Written whole = all.get(key);
    if (whole == null || part.wanted().isPresent()) {
      return false;
    }
    Optional<Field> place =
        kinds.ofSlug(owner).definition().fields(whole.document().spec()).all().stream()
            .filter(field ->
                field.shape() instanceof Shape.Hoisted hoisted
                    && hoisted.slug().equals(definition.slug()))
            .findFirst();
    place.ifPresent(field ->
        all.put(
            key,
            new Written(
                whole.document().withSpec(whole.document().spec().with(field.name(), spec)),
                whole.found(),
                whole.full())));
    return place.isPresent();
  }

  /// By its document, else by its live name; by nothing where another has that name.
  @Override
  public Optional<Address> label(String slug, String id) {
    Ids ids = inventory.ids();
    if (dropped.contains(slug + "/" + id)) {
      return Optional.empty();
    }
    return names.of(slug, id).or(() -> ids.nameOf(slug, id));
  }

  @Override
  public Optional<Live> find(String slug, String id) {
    return Optional.ofNullable(lives.get(slug + "/" + id));
  }

  private static String key(Live live) {
    return live.kind() + "/" + live.id();
  }

  /// The documents alone.
  public static List<Document> documents(Result result) {
    return new ArrayList<>(result.all().stream().map(Written::document).toList());
  }
}
