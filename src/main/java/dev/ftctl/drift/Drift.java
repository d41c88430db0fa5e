package dev.ftctl.drift;

import dev.ftctl.model.Digest;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;

/// One difference between the account and the manifests.
///
/// @param cause of what breaks a manifest
/// @param path to the field or element as plans show it; the root for the object as a whole
/// @param written the same inside `spec`: `schemas.public.tables.users.enabled`
/// @param base what the base revision said
/// @param now what the manifests say, with its place; nothing where they say nothing
/// @param live what the account has
/// @param note in words what else there is to say: `is not in the account`; may be empty
public record Drift(
    DriftClass sort,
    Cause cause,
    What what,
    Subject subject,
    FieldPath path,
    FieldPath written,
    Side base,
    Side now,
    Side live,
    String note) {

  /// What of a subject differs.
  public enum What {
    /// A field, or a switch of a schema, table or column.
    FIELD,
    /// A described object is not there.
    MISSING,
    /// An object is there that is to be absent, or that was removed from the manifests.
    LINGERING,
    /// An object is there that no manifest describes.
    UNDESCRIBED,
    /// Something can't be as it is declared; the note says why.
    IMPOSSIBLE
  }

  /// A value and how reports show it.
  public record Side(Value value, String shown) {

    /// Nothing is said.
    public static final Side NONE = new Side(Value.ABSENT, "");

    public static Side of(Value value) {
      return value.isAbsent() ? NONE : new Side(value, value.display());
    }

    public boolean isSaid() {
      return !value.isAbsent();
    }
  }

  /// Where the manifests say it: the value's own place, else that of the document; nowhere for what
  /// no document describes.
  public SourceLocation place() {
    SourceLocation own = now.value().origin().place();
    return now.isSaid() && own.isKnown() ? own : subject.place();
  }

  /// Whether the account is not as the manifests want it: what is only about to be applied is.
  public boolean isBreach() {
    return sort == DriftClass.BREAKS && cause != Cause.INTENDED;
  }

  /// Whether somebody is to hear of it, once.
  public boolean isWorthTelling() {
    return isBreach() || sort == DriftClass.UNMANAGED;
  }

  /// The same as long as it is the same difference, whoever made it: a hash of what it is about and
  /// what the account has. Never of what the manifests say: who edits them hears nothing new.
  public String key() {
    return new Digest()
        .with(subject.address().toString())
        .with(subject.id())
        .with(what.name())
        .with(written.jsonPointer())
        .with(live.value())
        .with(what == What.IMPOSSIBLE ? note : "")
        .hex()
        .substring(0, 24);
  }

  /// What it is about, whatever the account has.
  public String about() {
    return subject.address() + " " + written.jsonPointer();
  }
}
