package dev.ftctl.render.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A part of the page that browsers act on: its text, and what tells a policy that it is this one.
///
/// @param text as it stands between its tags, to the byte
record Inlined(String text) {

  /// @param file beside this class
  static Inlined of(String file) {
    try (InputStream stream = Inlined.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return new Inlined(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// `'sha256-…'`, as a content security policy names it.
  String source() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
