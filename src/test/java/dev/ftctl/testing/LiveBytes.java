package dev.ftctl.testing;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// The bytes of this JVM's objects that somebody holds, and not only as long as there is room.
public final class LiveBytes {

  /// `num: instances bytes class`. What a collector fills gaps with is of nobody: it may leave
  /// megabytes of it, and other ones each time, so that the memory in use says little.
  private static final Pattern ROW =
      Pattern.compile(
          "^ *\\d+: +\\d+ +(\\d+) +(?!\\[?L?jdk\\.internal\\.vm\\.Filler)", Pattern.MULTILINE);

  private LiveBytes() {}

  /// After a collection of everything, which takes part of a second.
  public static long now() {
    clearSoftly();
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return ROW.matcher((String) histogram)
          .results()
          .mapToLong(row -> Long.parseLong(row.group(1)))
          .sum();
    } catch (JMException none) {
      throw new IllegalStateException("this JVM does not tell what it holds", none);
    }
  }

  /// Before a JVM says that there is no room it lets go of what is held softly, such as the buffers
  /// that Jackson keeps for each thread.
  private static void clearSoftly() {
    try {
      long[] tooLarge = new long[Integer.MAX_VALUE - 8];
      throw new IllegalStateException(
          "there is room for %d numbers: run with less".formatted(tooLarge.length));
    } catch (OutOfMemoryError expected) {
      // This is what lets go.
    }
  }
}
