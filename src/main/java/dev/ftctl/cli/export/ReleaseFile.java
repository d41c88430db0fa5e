package dev.ftctl.cli.export;

import dev.ftctl.cli.process.Run;
import dev.ftctl.export.terraform.Carried;
import dev.ftctl.export.terraform.Handover;
import dev.ftctl.export.terraform.Instance;
import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The file of blocks by which Terraform forgets what was carried; a new one, always.
///
/// @param name as the command line names it, empty for none
record ReleaseFile(Run run, String name) {

  private static final int MOST = 10_000_000;

  private static final Pattern RESOURCE =
      Pattern.compile("(?m)^\\s*resource\\s+\"(\\w+)\"\\s+\"([\\w-]+)\"");

  /// @throws RefusedException when something stands there
  void check() {
    if (!name.isEmpty() && Files.exists(path(), LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(
          Refusal.BLOCKED,
          name + " is there already, and --handover writes a new file alone",
          "Remove it, or give another name.");
    }
  }

  /// What Terraform will forget, by resource; nothing where no file is asked for.
  SequencedMap<String, List<Instance>> write(Carried carried) {
    SequencedMap<String, List<Instance>> released = Handover.released(carried);
    if (!name.isEmpty() && !released.isEmpty()) {
      WholeFile.write(run.console().disk(), path(), Handover.text(released));
    }
    return released;
  }

  /// Files of the configuration beside it that hold resources which it names, each with how many;
  /// what stands in modules is not looked for.
  SequencedMap<String, Long> standing(SequencedMap<String, List<Instance>> released) {
    SequencedMap<String, Long> found = new LinkedHashMap<>();
    Path folder = path().resolveSibling(".").normalize();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".tf")).sorted().toList()) {
        byte[] bytes = BoundedFile.regular(file, MOST).orElseGet(() -> new byte[0]);
        long count =
            RESOURCE
                .matcher(new String(bytes, StandardCharsets.UTF_8))
                .results()
                .filter(one -> released.containsKey(one.group(1) + "." + one.group(2)))
                .count();
        if (count > 0) {
          found.put(folder.relativize(file).toString(), count);
        }
      }
    } catch (IOException unreadable) {
      return found;
    }
    return found;
  }

  private Path path() {
    return run.console().folder().resolve(name);
  }
}
