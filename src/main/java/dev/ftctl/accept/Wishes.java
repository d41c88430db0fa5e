package dev.ftctl.accept;

import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Asked.Fresh;
import dev.ftctl.drift.Cause;
import dev.ftctl.drift.Drift;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which differences are to be written, and which can't be, whatever the manifests are like.
final class Wishes {

  /// What only a person decides.
  private static final Set<String> NEVER = Set.of("absent", "protect", "accept_terms", "account");

  private final Asked asked;
  private final Voices voices;
  private final KindList kinds;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();
  private final List<Drift> files = new ArrayList<>();
  private int intended;

  Wishes(Asked asked, Voices voices, KindList kinds) {
    this.asked = asked;
    this.voices = voices;
    this.kinds = kinds;
  }

  Wishes of(List<Drift> drifts) {
    for (Drift drift : drifts) {
      if (asked.covers(drift.subject().address(), kinds)) {
        switch (drift.sort()) {
          case BREAKS -> breach(drift);
          case UNMANAGED -> undeclared(drift);
          case NEW -> fresh(drift);
          case NORMALISED -> {}
        }
      }
    }
    return this;
  }

  List<Wish> wishes() {
    return wishes;
  }

  List<Left> left() {
    return left;
  }

  /// Differences in the content of files.
  List<Drift> files() {
    return files;
  }

  int intended() {
    return intended;
  }

  private void breach(Drift drift) {
    if (drift.cause() == Cause.INTENDED) {
      intended++;
    } else if (drift.cause() == Cause.CONFLICT && !asked.isNamed()) {
      left.add(
          new Left(
              drift,
              "was changed in the manifests and in the account: to take the account's, name "
                  + drift.subject().address()));
    } else if (drift.cause() == Cause.UNKNOWN
        && !asked.isNamed()
        && drift.what() == Drift.What.FIELD) {
      left.add(
          new Left(
              drift,
              "the base can't tell who changed it: to take the account's, name "
                  + drift.subject().address()));
    } else {
      whole(drift).ifPresentOrElse(why -> left.add(new Left(drift, why)), () -> field(drift));
    }
  }

  private static Optional<String> whole(Drift drift) {
    return switch (drift.what()) {
      case FIELD -> Optional.empty();
      case MISSING ->
          Optional.of(
              "is not in the account any more: remove what describes it, or `ftctl apply` makes it"
                  + " anew");
      case LINGERING ->
          Optional.of(
              "`absent` and `moved_from` are written by people: mend the document, or apply");
      case UNDESCRIBED ->
          Optional.of(
              "no manifest describes it: `ftctl export --unmanaged -o .` writes one, or narrow it"
                  + " to "
                  + drift.subject().address());
      case IMPOSSIBLE -> Optional.of("can't be as it is declared: " + drift.note());
    };
  }

  private void undeclared(Drift drift) {
    if (asked.isUnmanaged()) {
      whole(drift).ifPresentOrElse(why -> left.add(new Left(drift, why)), () -> field(drift));
    }
  }

  private void fresh(Drift drift) {
    if (asked.fresh() != Fresh.LEFT) {
      field(drift);
    }
  }

  private void field(Drift drift) {
    Value now = drift.now().value();
    Optional<String> secret = secret(drift, now);
    if (secret.isPresent()) {
      left.add(new Left(drift, secret.get()));
      return;
    }
    KindDefinition definition = voices.kind(drift.subject().address());
    if (definition
        .ofFile()
        .filter(facet -> drift.written().leaf().equals(facet.file()))
        .isPresent()) {
      files.add(drift);
      return;
    }
    Value.Mapping spec =
        voices.resource(drift.subject().address()).map(Resource::spec).orElse(Value.Mapping.EMPTY);
    Route route = Route.of(definition.fields(spec), drift.written());
    boolean isBlocked =
        drift.sort() == dev.ftctl.drift.DriftClass.NEW && asked.fresh() == Fresh.BLOCKED;
    Optional<Value> value =
        isBlocked ? Optional.of(Value.bool(false)) : route.said(drift.live().value());
    value.ifPresentOrElse(
        said -> wishes.add(new Wish(drift, route.way(), said, isBlocked)),
        () -> left.add(new Left(drift, "the account has secrets in it, which it shows to nobody")));
  }

  private Optional<String> secret(Drift drift, Value now) {
    if (now instanceof Value.Secret) {
      return Optional.of("is a secret: `ftctl apply` sends it, and none is ever written");
    }
    if (NEVER.contains(drift.written().leaf())) {
      return Optional.of("`" + drift.written().leaf() + "` is written by people only");
    }
    boolean isConfidential =
        voices.kind(drift.subject().address()).exported().stream()
            .anyMatch(exported -> exported.isConfidential(drift.written()));
    if (isConfidential) {
      return Optional.of("may hold a token, and none is ever written: change it by hand");
    }
    return foreign(now)
        .map(source ->
            "its text comes from "
                + source
                + ", and what is kept out of the manifests is not written into them: change it"
                + " there");
  }

  /// The source of what must not be written into a file, at any depth.
  private static Optional<String> foreign(Value value) {
    if (value.origin().printsAsSource()) {
      return Optional.of(value.origin().source());
    }
    return switch (value) {
      case Value.Items items ->
          items.items().stream().flatMap(item -> foreign(item).stream()).findFirst();
      case Value.Mapping mapping ->
          mapping.entries().values().stream().flatMap(item -> foreign(item).stream()).findFirst();
      case Value.Absent absent -> Optional.empty();
      case Value.Null nothing -> Optional.empty();
      case Value.Text text -> Optional.empty();
      case Value.Num number -> Optional.empty();
      case Value.Bool bool -> Optional.empty();
      case Value.Reference reference -> Optional.empty();
      case Value.Secret secret -> Optional.of(secret.source().name());
    };
  }
}
