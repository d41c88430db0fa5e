package dev.ftctl.kinds.sdkpackage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What whoever unpacks a ZIP file would meet. One of the account may be anybody's, and people
/// unpack what lies in their repository.
final class ZipEntries {

  private ZipEntries() {}

  /// Why it is not put into a repository, in words that follow `its file`.
  static Optional<String> unkept(Path file) {
    try {
      Optional<String> odd = odd(ZipDirectory.of(file));
      if (odd.isEmpty()) {
        // As it is unpacked, and not as it says of itself.
        ZipContents.of(file);
      }
      return odd;
    } catch (ZipContents.TooMuchException much) {
      return Optional.of("is not kept: " + much.getMessage());
    } catch (IOException unreadable) {
      return Optional.of("is not kept: it can't be taken apart");
    }
  }

  private static Optional<String> odd(List<ZipDirectory.Entry> entries) {
    Set<String> seen = new HashSet<>();
    for (ZipDirectory.Entry entry : entries) {
      String why =
          leadsOut(entry.name())
              ? "leads out of the folder that it is unpacked into"
              : entry.isLink()
                  ? "is a link"
                  : seen.add(entry.name().toLowerCase(Locale.ROOT)) ? "" : "is in it twice";
      if (!why.isEmpty()) {
        return Optional.of(
            "is not kept: its entry " + ZipDifference.shown(entry.name()) + " " + why);
      }
    }
    return Optional.empty();
  }

  private static boolean leadsOut(String name) {
    String path = name.replace('\\', '/');
    return path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || path.indexOf('\0') >= 0
        || Arrays.asList(path.split("/")).contains("..");
  }
}
