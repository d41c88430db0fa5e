package dev.ftctl.kind;

import dev.ftctl.kind.downstream.Break;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.kind.downstream.Letters;
import dev.ftctl.kind.facet.Belonging;
import dev.ftctl.kind.facet.Entitled;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.facet.OfFile;
import dev.ftctl.kind.facet.Readdressed;
import dev.ftctl.kind.facet.TakenOver;
import dev.ftctl.kind.facet.TokenBearing;
import dev.ftctl.kind.facet.Variants;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The doors to what only some kinds have. A facet is a small contract of its own; the definition
/// that has it implements it and hands itself out here. Whoever needs a facet asks for it by its
/// door and by nothing else.
public interface Facets {

  /// For a kind that has two names in manifests.
  default Optional<Aliased> aliased() {
    return Optional.empty();
  }

  /// For a kind that takes something in other words than the API's.
  default Optional<OwnWords> ownWords() {
    return Optional.empty();
  }

  /// For a kind whose objects may have been somewhere else before (`moved_from`).
  default Optional<Moves> moves() {
    return Optional.empty();
  }

  /// For a kind of which not every object may go.
  default Optional<Guarded> guarded() {
    return Optional.empty();
  }

  /// For a kind of which a creation may make a second one by mistake.
  default Optional<Lookalikes> lookalikes() {
    return Optional.empty();
  }

  /// For a kind that has no id of its own.
  default Optional<PartOf> partOf() {
    return Optional.empty();
  }

  /// For a kind of which the API takes two objects of one natural key.
  default Optional<Namesakes> namesakes() {
    return Optional.empty();
  }

  /// For a kind whose list doesn't tell what its objects are known by.
  default Optional<FoundInDetail> foundInDetail() {
    return Optional.empty();
  }

  /// For a kind whose services the account's metadata describes.
  default Optional<Typed> typed() {
    return Optional.empty();
  }

  /// For a kind that waits for others which nothing refers to.
  default Optional<Follows> follows() {
    return Optional.empty();
  }

  /// For a kind whose objects carry tokens in fields that are no secrets to the API.
  default Optional<TokenBearing> bearsTokens() {
    return Optional.empty();
  }

  /// For a kind whose changes reach those who read the warehouse.
  default Optional<Downstream> downstream() {
    return Optional.empty();
  }

  /// For a kind whose live objects aren't written down as they are answered.
  default Optional<Exported> exported() {
    return Optional.empty();
  }

  /// For a kind that has parts and works by itself.
  default Optional<PartOf.Owner> ownsParts() {
    return Optional.empty();
  }

  /// For a kind of whose objects Fivetran tells something once.
  default Optional<HandsOutOnce> handsOutOnce() {
    return Optional.empty();
  }

  /// For a kind whose objects take their time to come into being.
  default Optional<Settles> settles() {
    return Optional.empty();
  }

  /// The facet of a kind whose objects take their time after a call has made or changed them: what
  /// stands on one can't work before. Its writer takes steps of the name [StepName#SETTLE], which
  /// are put behind each creation, change and replacement, and before what newly stands on an
  /// object that is still under way.
  interface Settles {

    /// Whether what stands on a live object can work.
    boolean isSettled(Live live);
  }

  /// For a kind of which not every API key may make an object.
  default Optional<Entitled> entitled() {
    return Optional.empty();
  }

  /// The facet of a kind whose list doesn't tell what its objects are known by, so that the details
  /// of those are read first that lie where a document of the kind says. What no document means by
  /// its identity may be meant by less: the only object of a neighbourhood that is left, for the
  /// only document there that found none.
  interface FoundInDetail {

    /// The narrowest first, the widest, whose objects are read in detail, last.
    Optional<List<String>> neighbourhoods(Resource wanted, Ids ids, Around around);

    /// Without details only the widest; empty where no document can mean the object so.
    List<String> neighbourhoods(Live live, Around around);

    /// What else the account lists; known of the kinds before is which documents describe what.
    interface Around {
      Optional<Live> find(String slug, String id);

      boolean isDescribed(Live live);
    }
  }

  /// For a kind of whose objects the other side has to know something.
  default Optional<Outputs> outputs() {
    return Optional.empty();
  }

  /// The facet of a kind of whose objects the other side has to know something that details tell: a
  /// key to let in. None of it is secret.
  interface Outputs {

    /// Whether there is anything to ask for, as its list tells of an object.
    default boolean tells(Live listed) {
      return true;
    }

    /// By the names that `outputs` prints, in their order.
    ///
    /// @param live with its details
    SequencedMap<String, String> told(Live live);
  }

  /// For a kind about whose changes the account is asked before they are planned.
  default Optional<Vetted> vetted() {
    return Optional.empty();
  }

  /// For a kind whose objects hold a file of the repository.
  default Optional<OfFile> ofFile() {
    return Optional.empty();
  }

  /// For a kind whose objects belong each to the one object that names it.
  default Optional<Belonging> belonging() {
    return Optional.empty();
  }

  /// For a kind in whose objects Fivetran writes other addresses than it was sent.
  default Optional<Readdressed> readdressed() {
    return Optional.empty();
  }

  /// For a kind whose fields depend on another one than `service`.
  default Optional<Variants> variants() {
    return Optional.empty();
  }

  /// The facet of a kind whose services Fivetran's metadata describes (`GET
  /// /v1/metadata/connector-types/{service}`), so that a name which the catalogue lacks can be
  /// asked about.
  interface Typed {

    /// The service that a spec names, as the API writes it; empty when it names none.
    String service(Value.Mapping spec);

    /// Whether the metadata tells of the field at a path inside `spec`: the service itself, and
    /// what depends on it.
    boolean tellsOf(FieldPath path);
  }

  /// The facet of a kind whose live objects say less than a manifest has to, or more than it may.
  interface Exported {

    /// The live fields as a creation would send them: with what names the object, without what the
    /// server derived from something else.
    ///
    /// @param isWhole whether what is as nobody has set it is kept
    default Value.Mapping sent(Live live, boolean isWhole) {
      return live.fields();
    }

    /// What Fivetran takes where a creation says nothing, as a tree like the fields.
    default Value.Mapping defaults(Value.Mapping fields) {
      return Value.Mapping.EMPTY;
    }

    /// What a creation that says nothing of it takes from another object.
    default Optional<TakenOver> takenOver() {
      return Optional.empty();
    }

    /// Whether the text of a field may carry a token although the API calls it no secret.
    default boolean isConfidential(FieldPath path) {
      return false;
    }
  }

  /// The facet of a kind whose changes reach those who read the warehouse.
  interface Downstream {

    /// What a change breaks for them; nothing where all that they read stays as it is.
    List<Break> breaks(Change change);

    /// For a kind whose objects bring tables.
    default Optional<Loads> loads() {
      return Optional.empty();
    }

    /// For a kind whose objects are what tables lie in.
    default Optional<Warehouse> warehouse() {
      return Optional.empty();
    }

    /// Objects that bring tables: connections.
    interface Loads {

      /// The id of the warehouse that an object of the account loads.
      String warehouse(Live live);

      /// Where its tables lie.
      Landing landing(Value.Mapping live);

      /// Where the tables of a resource will lie; empty while that can't be told.
      Optional<Landing> landing(Resource wanted);

      /// Where those of a connection with that name lie.
      ///
      /// @param service that it is of
      Landing landing(String service, String name);
    }

    /// Objects that tables lie in: destinations.
    interface Warehouse {

      /// What of the fields names the database of all its tables; empty where nothing does.
      String database(Value.Mapping fields);

      Letters letters(Value.Mapping fields);
    }
  }
}
