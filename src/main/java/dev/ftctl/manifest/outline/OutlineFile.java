package dev.ftctl.manifest.outline;

import dev.ftctl.files.PrivateFolder;
import dev.ftctl.manifest.input.TreeCache;
import dev.ftctl.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Where the outlines of a project are kept from run to run: one file for each environment, in a
/// folder that is the user's alone, with a hash over all of it. What is damaged, or of another
/// build, another project file or another environment, is as if it were not there.
final class OutlineFile {

  /// In bytes.
  private static final int LARGEST = 16 * 1024 * 1024;

  private static final int MOST_FILES = 32;
  private static final int HEX = 64;

  private final PrivateFolder folder;
  private final String name;
  private final String context;

  /// @param context that the outlines hold in, as a hash
  OutlineFile(TreeCache.Place place, String project, String environment, String context) {
    this.folder = new PrivateFolder(place.folder());
    this.name =
        new Digest().with(place.build()).with(project).with(environment).hex().substring(0, 32)
            + ".outline";
    this.context = new Digest().with("ftctl outlines 1").with(place.build()).with(context).hex();
  }

  boolean isThere() {
    return folder.has(name);
  }

  /// By path; nothing where there is none that can be trusted.
  Map<String, FileOutline> read() {
    byte[] bytes = folder.read(name, LARGEST).orElse(new byte[0]);
    if (bytes.length < 2 * HEX) {
      return Map.of();
    }
    byte[] rest = Arrays.copyOfRange(bytes, 2 * HEX, bytes.length);
    if (!Arrays.equals(head(rest), Arrays.copyOf(bytes, 2 * HEX))) {
      return Map.of();
    }
    try {
      return OutlineCode.read(rest);
    } catch (IOException | IllegalArgumentException damaged) {
      return Map.of();
    }
  }

  void write(Map<String, FileOutline> outlines) {
    try {
      byte[] rest = OutlineCode.of(outlines);
      byte[] head = head(rest);
      byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
      System.arraycopy(rest, 0, bytes, head.length, rest.length);
      if (bytes.length <= LARGEST) {
        folder.write(name, bytes, MOST_FILES);
      }
    } catch (IOException tooLong) {
      // Then nothing is kept.
    }
  }

  private byte[] head(byte[] rest) {
    return (context + new Digest().with(rest).hex()).getBytes(StandardCharsets.US_ASCII);
  }
}
