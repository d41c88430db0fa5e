package release;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Makes two dumps of one archive of classes the same, where they differ by the clock of the
/// machine alone.
///
/// Each object of Java's that may be forgotten (`SoftReference`) keeps when it was used last, in
/// milliseconds since the machine was started. Here all of them get 0: not used since long, so the
/// first full collection may take them, as it should what nobody asked for by then. Checksums,
/// which Java checks with `-XX:+VerifySharedSpaces`, are made anew.
///
/// Where anything else differs there is no release. Positions are those of JDK 25; of another JDK
/// the checksums would not agree, and that is looked at first.
public final class SettledArchive {

  /// Where the header has its own checksum, its size, and what that checksum is of.
  private static final int HEADER_SUM = 4;

  private static final int HEADER_SIZE = 12;
  private static final int SUMMED_HEADER = 16;

  /// Behind the checksum of a region: where it begins in the file, and its length.
  private static final int REGION_START = 24;

  private static final int REGION_LENGTH = 40;

  private final ByteBuffer archive;
  private final ByteBuffer other;

  private SettledArchive(byte[] first, byte[] second) {
    this.archive = ByteBuffer.wrap(first.clone()).order(ByteOrder.LITTLE_ENDIAN);
    this.other = ByteBuffer.wrap(second).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// @return what both come to
  /// @throws IllegalStateException when they differ by more than the clock
  public static byte[] of(byte[] first, byte[] second) {
    if (first.length != second.length) {
      throw new IllegalStateException(
          "two dumps of one archive have " + first.length + " and " + second.length + " bytes");
    }
    var archives = new SettledArchive(first, second);
    archives.settle();
    return archives.archive.array();
  }

  private void settle() {
    List<Integer> different = different();
    if (different.isEmpty()) {
      return;
    }
    int header = archive.getInt(HEADER_SIZE);
    List<Integer> sums = different.stream().filter(at -> at < header).toList();
    if (sums.size() != 2 || sums.getFirst() != HEADER_SUM) {
      throw differ(sums);
    }
    int region = sums.getLast();
    check(region);
    List<Integer> clocks = different.subList(2, different.size());
    int start = start(region);
    int end = start + length(region);
    List<Integer> others =
        clocks.stream()
            .filter(at ->
                at < start
                    || at >= end
                    || archive.getInt(at) != archive.getInt(clocks.getFirst())
                    || other.getInt(at) != other.getInt(clocks.getFirst()))
            .toList();
    if (clocks.isEmpty() || !others.isEmpty()) {
      throw differ(others);
    }
    clocks.forEach(at -> archive.putInt(at, 0));
    archive.putInt(region, regionSum(archive, region));
    archive.putInt(HEADER_SUM, headerSum(archive));
  }

  private List<Integer> different() {
    var different = new ArrayList<Integer>();
    for (int at = 0; at + Integer.BYTES <= archive.capacity(); at += Integer.BYTES) {
      if (archive.getInt(at) != other.getInt(at)) {
        different.add(at);
      }
    }
    return different;
  }

  private void check(int region) {
    for (ByteBuffer one : List.of(archive, other)) {
      if (one.getInt(HEADER_SUM) != headerSum(one)
          || one.getInt(region) != regionSum(one, region)) {
        throw new IllegalStateException("this JDK's archives have their checksums elsewhere");
      }
    }
  }

  private int start(int region) {
    return Math.toIntExact(archive.getLong(region + REGION_START));
  }

  private int length(int region) {
    return Math.toIntExact(archive.getLong(region + REGION_LENGTH));
  }

  private static int headerSum(ByteBuffer one) {
    return sum(one, SUMMED_HEADER, one.getInt(HEADER_SIZE) - SUMMED_HEADER);
  }

  private int regionSum(ByteBuffer one, int region) {
    return sum(one, start(region), length(region));
  }

  private static int sum(ByteBuffer one, int from, int length) {
    if (from < 0 || length < 0 || from > one.capacity() - length) {
      return 0;
    }
    var sum = new CRC32();
    sum.update(one.array(), from, length);
    return (int) sum.getValue();
  }

  private static IllegalStateException differ(List<Integer> positions) {
    return new IllegalStateException(
        "two dumps of one archive differ by more than the clock, at "
            + positions.stream().limit(20).toList());
  }
}
