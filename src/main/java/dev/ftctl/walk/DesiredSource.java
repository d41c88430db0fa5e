package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.Meanwhile;
import dev.ftctl.manifest.input.ReadRequest;
import java.nio.file.Path;
import java.util.Optional;

/// Where a walk's resources come from.
public sealed interface DesiredSource {

  /// Manifests that are still to be read.
  ///
  /// @param folder in which git is asked for the base
  /// @param base a git revision whose manifests are compared with those of now, or `auto` for the
  ///   one that was applied last; empty for none
  /// @param mayLackBase whether `auto` may mean none, since nothing was recorded yet
  record Files(ReadRequest reading, Path folder, String base, boolean mayLackBase)
      implements DesiredSource {

    public Files(ReadRequest reading, Path folder, String base) {
      this(reading, folder, base, false);
    }

    public Files {
      reading = reading.forAccount();
    }

    boolean hasBase() {
      return !base.isEmpty();
    }

    /// Whether only a part is looked at.
    boolean isPart() {
      return !hasBase() && (reading.narrows() || reading.since().isPresent());
    }
  }

  /// Resources that are known already: manifests that this run has read before.
  record Known(Desired desired) implements DesiredSource {}

  /// Manifests that were read before for several plans, of which this is one.
  record Read(Desired desired) implements DesiredSource {}

  default Desired read(KindList kinds) {
    return read(kinds, Meanwhile.NOTHING);
  }

  /// The same for whoever has something to begin with meanwhile.
  default Desired read(KindList kinds, Meanwhile meanwhile) {
    return switch (this) {
      case Files files when files.isPart() && files.reading().since().isPresent() ->
          Manifests.skim(files.reading(), kinds, meanwhile);
      case Files files when files.isPart() -> Manifests.skim(files.reading(), kinds);
      case Files files -> Manifests.read(files.reading(), kinds, meanwhile);
      case Known known -> known.desired().settled();
      case Read shared -> shared.desired();
    };
  }

  /// The revision to compare with; empty for none.
  ///
  /// @throws dev.ftctl.model.RefusedException when there is no recorded one, and must be
  default Optional<String> revision(Desired now) {
    return switch (this) {
      case Files files when files.base().equals(Applied.AUTO) ->
          Applied.revision(now.project(), files.mayLackBase());
      case Files files when files.hasBase() -> Optional.of(files.base());
      case Files files -> Optional.empty();
      case Known known -> Optional.empty();
      case Read shared -> Optional.empty();
    };
  }

  default Optional<Base> base(Desired now, KindList kinds) {
    return earlier(now, kinds).map(earlier -> earlier.base(now, kinds));
  }

  /// The manifests of the revision to compare with; empty for none.
  default Optional<Earlier> earlier(Desired now, KindList kinds) {
    return switch (this) {
      case Files files ->
          revision(now)
              .map(revision ->
                  new EarlierManifests(files.folder(), kinds).read(revision, files.reading()));
      case Known known -> Optional.empty();
      case Read shared -> Optional.empty();
    };
  }
}
