package dev.ftctl.files;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// Whose files are, where the system knows users by number.
public final class Owners {

  private static final String NUMBER = "unix:uid";

  private Owners() {}

  /// Of a file and the link that it may be; empty where there are none, or none are told.
  public static Set<Long> of(Path file) {
    var owners = new TreeSet<Long>();
    try {
      owners.add(number(Files.getAttribute(file, NUMBER)));
      owners.add(number(Files.getAttribute(file, NUMBER, LinkOption.NOFOLLOW_LINKS)));
      return owners;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException untold) {
      return owners;
    }
  }

  private static long number(Object attribute) {
    return ((Integer) attribute).longValue();
  }

  /// The user of this process.
  public static long me() {
    return new UnixSystem().getUid();
  }
}
