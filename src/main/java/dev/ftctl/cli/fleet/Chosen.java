package dev.ftctl.cli.fleet;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.address.Near;
import dev.ftctl.render.fleet.Shard;
import java.util.List;
import java.util.Optional;

/// The environments of a fleet, by name.
///
/// @param declared all that the project has
/// @param all that were chosen, those of other shards too
/// @param own those that this run takes
record Chosen(List<String> declared, List<String> all, List<String> own) {

  /// @param globs of their names; empty for all
  /// @throws RefusedException when there are none, or a pattern covers none
  static Chosen of(List<String> declared, List<String> globs, Optional<Shard> shard) {
    if (declared.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the project declares no environments, and fleet runs a command for each of them",
          "Declare them in ftctl.yaml under `environments:`, or one file each in environments/.");
    }
    for (String glob : globs) {
      if (declared.stream().noneMatch(new Glob(glob)::matches)) {
        String hint = Near.hint(glob, declared);
        throw new RefusedException(
            Refusal.USAGE,
            "--envs " + glob + ": no environment is called so",
            hint.isEmpty() ? "There are " + Near.list(declared) + "." : hint);
      }
    }
    List<String> all =
        declared.stream()
            .filter(name ->
                globs.isEmpty() || globs.stream().anyMatch(glob -> new Glob(glob).matches(name)))
            .sorted()
            .toList();
    List<String> own =
        all.stream().filter(name -> shard.isEmpty() || shard.get().takes(name)).toList();
    return new Chosen(declared, all, own);
  }
}
