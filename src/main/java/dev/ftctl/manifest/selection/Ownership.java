package dev.ftctl.manifest.selection;

import dev.ftctl.files.Owners;
import dev.ftctl.git.SafeFolders;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.problem.SourceLocation;
import java.nio.file.Path;
import java.util.TreeSet;

/// Refuses the project file of a stranger: it is found without being named, in a folder above that
/// anybody may write to, and its commands run at apply.
record Ownership(ReadRequest request, long me) {

  private static final long ROOT = 0;

  Ownership(ReadRequest request) {
    this(request, Owners.me());
  }

  /// @param path of the project file, canonical
  void check(String path, Report report) {
    var strangers = new TreeSet<>(request.tree().owners(path));
    strangers.removeIf(owner -> owner == ROOT || owner == me);
    strangers.removeIf(this::isBehindSudo);
    String folder = Paths.parent(path);
    if (strangers.isEmpty() || SafeFolders.list(Path.of(folder), request.processEnvironment())) {
      return;
    }
    report.error(
        SourceLocation.of(request.tree().shown(path), 1, 1),
        "foreign-project-file",
        "the project file belongs to another user (id " + strangers.first() + ")",
        "if you trust it: git config --global --add safe.directory "
            + folder
            + ", or name it with --config");
  }

  private boolean isBehindSudo(Long owner) {
    return me == ROOT
        && owner.toString().equals(request.processEnvironment().getOrDefault("SUDO_UID", ""));
  }
}
