package dev.ftctl.export.terraform;

import dev.ftctl.model.value.Value;
import java.util.Optional;

/// Code of connections: a state knows its hash, and where it was uploaded from.
final class Packages {

  static final String SLUG = "sdk-package";
  static final String PATH = "file_path";

  private static final String CONNECTION = "connection_id";

  private Packages() {}

  static Optional<String> code(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    Simple.initial(into.object(SLUG, id), instance).take(instance, "file_sha256_hash", PATH);
    return Optional.empty();
  }

  /// Which connection runs it, stands there.
  static void belongs(Sketch connection, String id, Sketches into) {
    if (connection.fields.get("config") instanceof Value.Mapping config) {
      into.with(SLUG + "/" + config.text("package_id"))
          .ifPresent(one -> one.fields.put(CONNECTION, Value.text(id)));
    }
  }

  static String identity(Sketch sketch) {
    String connection = sketch.text(CONNECTION);
    return connection.isEmpty()
        ? "sha256 " + sketch.text("file_sha256_hash")
        : "connection " + connection;
  }
}
