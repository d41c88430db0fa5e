package release;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An image as a file, by the layout of the Open Container Initiative: a base of locked Debian
/// packages, and the program above. Made without a container engine. Where the packages were not
/// fetched, there is none, and that is said.
record Image(Build build, Path program) {

  private static final String MEDIA = "application/vnd.oci.image.";

  Optional<Path> write(Path dist) throws IOException {
    String packages = System.getProperty("ftctl.image.packages", "");
    if (packages.isEmpty()) {
      System.err.println(
          "No image: -Dftctl.image.packages=DIR names what src/release/image/fetch.sh fetched.");
      return Optional.empty();
    }
    Path layout = Release.fresh(build.work("image"));
    Path blobs = Files.createDirectories(layout.resolve("blobs/sha256"));
    Path base = build.work("image-base.tar");
    Path above = build.work("image-program.tar");
    try (OutputStream out = Files.newOutputStream(base)) {
      new ImageBase(build, Path.of(packages)).write(out);
    }
    try (OutputStream out = Files.newOutputStream(above)) {
      Tarball.write(programTree(), build.time(), out);
    }
    var diffs =
        List.of("sha256:" + Digests.of("SHA-256", base), "sha256:" + Digests.of("SHA-256", above));
    var layers = List.of(layer(blobs, base), layer(blobs, above));
    Map<String, Object> config = blob(blobs, MEDIA + "config.v1+json", config(diffs));
    Map<String, Object> manifest =
        blob(
            blobs,
            MEDIA + "manifest.v1+json",
            sorted(
                "schemaVersion",
                2,
                "mediaType",
                MEDIA + "manifest.v1+json",
                "config",
                config,
                "layers",
                layers));
    manifest.put("annotations", sorted("org.opencontainers.image.ref.name", build.version()));
    json(layout.resolve("index.json"), sorted("schemaVersion", 2, "manifests", List.of(manifest)));
    json(layout.resolve("oci-layout"), sorted("imageLayoutVersion", "1.0.0"));

    Path file = dist.resolve("ftctl-%s-%s.oci.tar".formatted(build.version(), build.platform()));
    try (OutputStream out = Files.newOutputStream(file)) {
      Tarball.write(new Tree().with("", layout), build.time(), out);
    }
    return Optional.of(file);
  }

  private Tree programTree() throws IOException {
    Path link = build.work("image-link");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of("../lib/ftctl/bin/ftctl"));
    var tree = new Tree().file("usr/bin/ftctl", link);
    for (String part : List.of("bin", "lib", "runtime")) {
      tree.with("usr/lib/ftctl/" + part, program.resolve(part));
    }
    return tree.with("usr/share/doc/ftctl", program.resolve("share/doc/ftctl"));
  }

  private Map<String, Object> config(List<String> diffs) {
    Map<String, Object> runs =
        sorted(
            "Entrypoint", List.of("ftctl"),
            "Env", List.of("PATH=/usr/bin:/bin", "HOME=/tmp", "LC_ALL=C.UTF-8"),
            "User", ImageBase.USER + ":" + ImageBase.USER,
            "WorkingDir", "/work",
            "Labels",
                sorted(
                    "org.opencontainers.image.title", "ftctl",
                    "org.opencontainers.image.version", build.version(),
                    "org.opencontainers.image.licenses", "Apache-2.0"));
    return sorted(
        "architecture", build.architecture(),
        "os", "linux",
        "created", build.time().toString(),
        "config", runs,
        "rootfs", sorted("type", "layers", "diff_ids", diffs));
  }

  private Map<String, Object> layer(Path blobs, Path tar) throws IOException {
    Path packed = build.work("layer.tar.gz");
    try (OutputStream out = Tarball.gzip(Files.newOutputStream(packed))) {
      Files.copy(tar, out);
    }
    return kept(blobs, MEDIA + "layer.v1.tar+gzip", packed);
  }

  private Map<String, Object> blob(Path blobs, String type, Map<String, Object> content)
      throws IOException {
    return kept(blobs, type, json(build.work("blob.json"), content));
  }

  /// Moves a file among the blobs; where it is, with what manifests say of it.
  private static Map<String, Object> kept(Path blobs, String type, Path file) throws IOException {
    String digest = Digests.of("SHA-256", file);
    long size = Files.size(file);
    Files.move(file, blobs.resolve(digest));
    return sorted("mediaType", type, "digest", "sha256:" + digest, "size", size);
  }

  private static Path json(Path file, Map<String, Object> content) throws IOException {
    return Files.writeString(
        file, new JsonMapper().writeValueAsString(content), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> sorted(Object... pairs) {
    var map = new TreeMap<String, Object>();
    for (int at = 0; at < pairs.length; at += 2) {
      map.put((String) pairs[at], pairs[at + 1]);
    }
    return map;
  }
}
