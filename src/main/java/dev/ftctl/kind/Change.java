package dev.ftctl.kind;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import java.util.Optional;

/// What is to happen with one resource.
public sealed interface Change {

  Address address();

  SourceLocation place();

  Findings findings();

  Action action();

  /// The same with other findings.
  default Change finding(Findings other) {
    return switch (this) {
      case Create create -> new Create(create.wanted(), other);
      case Update update -> new Update(update.wanted(), update.live(), other, update.isMove());
      case Replace replace -> new Replace(replace.wanted(), replace.live(), other);
      case Keep keep -> new Keep(keep.wanted(), keep.live(), other);
      case Gone gone -> new Gone(gone.wanted(), other);
      case Delete delete ->
          new Delete(delete.address(), delete.live(), delete.place(), delete.reason(), other);
    };
  }

  /// The object that the account has, if it has one.
  default Optional<Live> found() {
    return switch (this) {
      case Create create -> Optional.empty();
      case Update update -> Optional.of(update.live());
      case Replace replace -> Optional.of(replace.live());
      case Keep keep -> Optional.of(keep.live());
      case Delete delete -> Optional.of(delete.live());
      case Gone gone -> Optional.empty();
    };
  }

  /// A change that a document asks for.
  sealed interface OfDocument extends Change {

    Resource wanted();

    @Override
    default Address address() {
      return wanted().address();
    }

    @Override
    default SourceLocation place() {
      return wanted().place();
    }
  }

  /// The account has no such object.
  record Create(Resource wanted, Findings findings) implements OfDocument {
    @Override
    public Action action() {
      return Action.CREATE;
    }
  }

  /// Fields differ; `isMove` when the object's identity is among them (a rename in place).
  record Update(Resource wanted, Live live, Findings findings, boolean isMove)
      implements OfDocument {
    @Override
    public Action action() {
      return isMove ? Action.MOVE : Action.UPDATE;
    }
  }

  /// An immutable field differs: the object is deleted and made anew.
  record Replace(Resource wanted, Live live, Findings findings) implements OfDocument {

    /// One whose findings say which fields force it.
    ///
    /// @param lost with the object, may be empty
    public static Replace of(Resource wanted, Live live, Findings findings, String lost) {
      return new Replace(wanted, live, findings.replacing(lost));
    }

    @Override
    public Action action() {
      return Action.REPLACE;
    }
  }

  /// The account is as wanted; the findings may hold notes, and a follow-up for apply.
  record Keep(Resource wanted, Live live, Findings findings) implements OfDocument {
    @Override
    public Action action() {
      return Action.NONE;
    }
  }

  /// The document says `absent` and the account has no such object.
  record Gone(Resource wanted, Findings findings) implements OfDocument {
    @Override
    public Action action() {
      return Action.NONE;
    }
  }

  /// The object goes: a document says `absent`, or `--prune` found it unmanaged.
  record Delete(Address address, Live live, SourceLocation place, String reason, Findings findings)
      implements Change {
    @Override
    public Action action() {
      return Action.DELETE;
    }
  }
}
