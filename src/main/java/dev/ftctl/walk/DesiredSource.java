package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import java.nio.file.Path;
import java.util.Optional;

/// Where a walk's resources come from.
public sealed interface DesiredSource {

  /// Manifests that are still to be read.
  ///
  /// @param folder in which git is asked for the base
  /// @param base a git revision whose manifests are compared with those of now; empty for none
  record Files(ReadRequest reading, Path folder, String base) implements DesiredSource {

    public Files {
      reading = reading.forAccount();
    }

    boolean hasBase() {
      return !base.isEmpty();
    }
  }

  /// Resources that are known already: manifests that this run has read before.
  record Known(Desired desired) implements DesiredSource {}

  default Desired read(KindList kinds) {
    return switch (this) {
      case Files files -> Manifests.read(files.reading(), kinds);
      case Known known -> known.desired().settled();
    };
  }

  private static Base base(Files files, Desired now, KindList kinds) {
    return new EarlierManifests(files.folder(), kinds).read(files.base(), files.reading(), now);
  }

  default Optional<Base> base(Desired now, KindList kinds) {
    return switch (this) {
      case Files files when files.hasBase() ->
          Optional.of(
              now.changed()
                  .map(changed -> base(files, now, kinds).dropping(changed.gone()))
                  .orElseGet(() -> base(files, now, kinds)));
      case Files files -> Optional.empty();
      case Known known -> Optional.empty();
    };
  }
}
