package dev.ftctl.cli.process;

import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.ReadRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The manifests of several runs of one command line: each file is read and parsed once, and all of
/// them see the same, whatever happens to the files meanwhile. Safe for use by many threads.
public final class SharedReading {

  private final Map<List<Object>, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(KeptTree tree, ParsedFiles parsed) {
    static Kept of(ReadRequest request) {
      return new Kept(new KeptTree(request.tree()), ParsedFiles.keeping(request));
    }
  }

  /// The same request, of what the first one like it read.
  public ReadRequest of(ReadRequest request) {
    // What else a tree depends on is the same for all of a command line.
    List<Object> alike =
        List.of(request.configFile(), request.paths(), request.cache().isPresent());
    Kept first = kept.computeIfAbsent(alike, any -> Kept.of(request));
    return request.of(first.tree()).sharing(first.parsed());
  }
}
