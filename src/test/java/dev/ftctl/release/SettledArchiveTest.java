package dev.ftctl.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The release's own program makes two dumps of an archive the same, and only where they may
/// differ. It is compiled here, since it is no part of ftctl.
class SettledArchiveTest {

  private static final int HEADER = 512;
  private static final int REGION = 312;
  private static final int START = 1024;
  private static final int LENGTH = 256;
  private static final int[] CLOCKS = {START + 16, START + 64, START + 252};

  @TempDir static Path classes;
  private static Class<?> settled;

  @BeforeAll
  static void compile() throws Exception {
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.err,
                System.err,
                "-d",
                classes.toString(),
                "src/build/java/release/SettledArchive.java");
    assertThat(code).isZero();
    var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    settled = loader.loadClass("release.SettledArchive");
  }

  @Test
  void dumpsOfTwoTimesComeToTheSame() throws Throwable {
    ByteBuffer first = dump(1_000);
    ByteBuffer second = dump(2_000_000);

    byte[] one = settled(first, second);

    assertThat(one).isEqualTo(settled(second, first)).isEqualTo(dump(0).array());
  }

  @Test
  void dumpsThatAreTheSameStayAsTheyAre() throws Throwable {
    assertThat(settled(dump(1_000), dump(1_000))).isEqualTo(dump(1_000).array());
  }

  @ParameterizedTest
  @CsvSource({
    "another clock, 1088",
    "behind the region, 1284",
    "before the region, 1020",
    "in the header, 400",
  })
  void whatElseDiffersIsRefusedWithItsPlace(String where, int at) {
    ByteBuffer second = dump(2_000);
    second.putInt(at, 77);
    sum(second);

    assertThatThrownBy(() -> settled(dump(1_000), second))
        .as(where)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("differ by more than the clock, at [")
        .hasMessageContaining(String.valueOf(at));
  }

  @Test
  void archiveOfAnotherLayoutIsRefused() {
    ByteBuffer second = dump(2_000);
    second.putInt(REGION, 5);

    assertThatThrownBy(() -> settled(dump(1_000), second))
        .hasMessage("this JDK's archives have their checksums elsewhere");
  }

  /// As JDK 25 lays an archive out, with one region.
  private static ByteBuffer dump(int clock) {
    ByteBuffer dump = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < dump.capacity(); at += Integer.BYTES) {
      dump.putInt(at, at * 31);
    }
    dump.putInt(12, HEADER);
    dump.putLong(REGION + 24, START);
    dump.putLong(REGION + 40, LENGTH);
    for (int at : CLOCKS) {
      dump.putInt(at, clock);
    }
    sum(dump);
    return dump;
  }

  private static void sum(ByteBuffer dump) {
    dump.putInt(REGION, sum(dump, START, LENGTH));
    dump.putInt(4, sum(dump, 16, HEADER - 16));
  }

  private static int sum(ByteBuffer dump, int from, int length) {
    var sum = new CRC32();
    sum.update(dump.array(), from, length);
    return (int) sum.getValue();
  }

  private static byte[] settled(ByteBuffer first, ByteBuffer second) throws Throwable {
    try {
      return (byte[])
          settled
              .getMethod("of", byte[].class, byte[].class)
              .invoke(null, first.array(), second.array());
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getCause();
    }
  }
}
