package dev.ftctl.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ZIP files in memory, the same bytes for the same entries and time.
public final class Zips {

  private Zips() {}

  /// Of entries in their order: name, text, name, text.
  public static byte[] of(String... entries) {
    return at(0, entries);
  }

  /// @param hours after some time
  public static byte[] at(int hours, String... entries) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      contents.put(entries[i], entries[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return of(hours, contents);
  }

  /// As of two texts, of which the second has the name of the first.
  public static byte[] twice(String name) {
    byte[] zip = of(name, "one", "~".repeat(name.length()), "two");
    return exchanged(zip, "~".repeat(name.length()), name);
  }

  /// As Unix archives a link.
  public static byte[] link(String name, String target) {
    byte[] zip = of(name, target);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(zip.length - 22 + 16);
    bytes.put(directory + 5, (byte) 3).putInt(directory + 38, 0120777 << 16);
    return zip;
  }

  /// What unpacks to so many zeros.
  public static byte[] zeros(String name, int length) {
    return of(0, Map.of(name, new byte[length]));
  }

  private static byte[] exchanged(byte[] zip, String from, String to) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] of(int hours, Map<String, byte[]> contents) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var content : contents.entrySet()) {
        var entry = new ZipEntry(content.getKey());
        entry.setTime(1_700_000_000_000L + hours * 3_600_000L);
        zip.putNextEntry(entry);
        zip.write(content.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
