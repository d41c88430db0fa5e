package dev.ftctl.manifest.binding;

import dev.ftctl.kind.facet.OfFile;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Finds the file that a document names, and puts into its spec where that lies and its hash.
record NamedFile(FileTexts texts, Report report) {

  private static final int START = 64;
  private static final long MEGA = 1024 * 1024;

  /// The spec of a kind whose objects hold a file; any other as it is.
  Value.Mapping in(Value.Mapping spec, Draft draft) {
    Optional<OfFile> kind = draft.kind().ofFile();
    if (kind.isEmpty() || draft.metadata().isAbsent()) {
      return spec;
    }
    OfFile facet = kind.get();
    Value named = spec.get(facet.file());
    if (named.isBlank()) {
      return spec;
    }
    String file = texts.file(named.origin().place().file(), named.asText());
    // What is built is in no revision.
    boolean isUnknown = texts.tree().isRevision() && !texts.tree().isFile(file);
    return isUnknown ? spec : found(facet, spec, named, file);
  }

  private Value.Mapping found(OfFile facet, Value.Mapping spec, Value named, String file) {
    try {
      Optional<Problem> wrong = wrong(facet, named, file);
      if (wrong.isEmpty()) {
        Origin origin = Origin.at(named.origin().place());
        return spec.with(facet.hash(), new Value.Text(texts.hash(file), origin))
            .with(facet.path(), new Value.Text(file, origin));
      }
      report.add(wrong.get());
    } catch (IOException unreadable) {
      report.add(unreadable(facet, named));
    }
    return spec;
  }

  private Optional<Problem> wrong(OfFile facet, Value named, String file) throws IOException {
    FileTree tree = texts.tree();
    SourceLocation place = named.origin().place();
    String shown = shown(facet, named);
    return switch (tree.at(file)) {
      case OUTSIDE -> Optional.of(Outside.named(tree, file, place, shown));
      case NOTHING ->
          Optional.of(
              Problem.error(
                  place,
                  "missing-file",
                  "",
                  shown + " can't be read: there is no file " + tree.shown(file),
                  "build it first; paths are relative to the file that names them"));
      case UNREADABLE -> Optional.of(unreadable(facet, named));
      case FOLDER -> Optional.of(unfit(place, shown + " is a folder", "name a file"));
      case FILE ->
          tree.size(file) > facet.most()
              ? Optional.of(
                  unfit(
                      place,
                      shown + " is larger than " + facet.most() / MEGA + " MB",
                      "the API takes no more: leave out what the code doesn't need"))
              : facet
                  .refusal(start(tree, file))
                  .map(why -> unfit(place, shown + " " + why, "build it anew"));
    };
  }

  private static Problem unreadable(OfFile facet, Value named) {
    return Problem.error(
        named.origin().place(),
        "missing-file",
        "",
        shown(facet, named) + " can't be read",
        "check what it is, and who may read it");
  }

  private static Problem unfit(SourceLocation place, String message, String fix) {
    return Problem.error(place, "wrong-file", "", message, fix);
  }

  private static byte[] start(FileTree tree, String file) throws IOException {
    Optional<Path> onDisk = tree.onDisk(file);
    if (onDisk.isEmpty()) {
      byte[] all = tree.read(file).orElse(new byte[0]);
      return Arrays.copyOf(all, Math.min(all.length, START));
    }
    try (InputStream in = Files.newInputStream(onDisk.get())) {
      return in.readNBytes(START);
    }
  }

  private static String shown(OfFile facet, Value named) {
    return facet.file() + " " + named.asText();
  }
}
