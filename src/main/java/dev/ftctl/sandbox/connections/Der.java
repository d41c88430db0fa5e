package dev.ftctl.sandbox.connections;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Distinguished encoding (X.690), as far as a certificate takes it.
final class Der {
  private static final int INTEGER = 0x02;
  private static final int BITS = 0x03;
  private static final int OCTETS = 0x04;
  private static final int OID = 0x06;
  private static final int UTF8 = 0x0c;
  private static final int TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int TAGGED = 0xa0;
  private static final int DNS_NAME = 0x82;

  private static final int LONG = 0x80;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return of(SEQUENCE, joined(parts));
  }

  static byte[] set(byte[]... parts) {
    return of(SET, joined(parts));
  }

  /// In brackets with that number: `[3] { … }`.
  static byte[] tagged(int number, byte[] part) {
    return of(TAGGED + number, part);
  }

  /// @param bytes the first of which is below 128, so that the number is positive
  static byte[] integer(byte... bytes) {
    return of(INTEGER, bytes);
  }

  static byte[] bits(byte[] bytes) {
    return of(BITS, joined(new byte[1], bytes));
  }

  static byte[] octets(byte[] bytes) {
    return of(OCTETS, bytes);
  }

  static byte[] oid(int... encoded) {
    var bytes = new byte[encoded.length];
    for (var i = 0; i < encoded.length; i++) {
      bytes[i] = (byte) encoded[i];
    }
    return of(OID, bytes);
  }

  static byte[] text(String text) {
    return of(UTF8, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] dnsName(String host) {
    return of(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
  }

  /// @param time as `YYMMDDhhmmssZ`
  static byte[] time(String time) {
    return of(TIME, time.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] of(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length > 0xff) {
      out.write(LONG + 2);
      out.write(content.length >> 8);
    } else if (content.length >= LONG) {
      out.write(LONG + 1);
    }
    out.write(content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
