package dev.ftctl.git;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The contents of files in git, asked for by the hashes of their objects: a path may hold line
/// ends and whatever else a question can't. Safe for many threads.
final class Blobs implements AutoCloseable {

  /// Git ends at an object that it can't read. It is asked anew for the next one, so that only what
  /// is broken can't be read; a repository that is broken all over ends that.
  private static final int MOST_STARTS = 50;

  private static final int SHA_1_LENGTH = 40;

  private final List<String> program;
  private Asked git;
  private int starts = 1;
  private boolean isBroken;

  /// @param hash in hex, SHA-1 or SHA-256
  /// @param size in bytes
  record Blob(String hash, long size) {

    /// Whether it holds these bytes.
    boolean is(byte[] bytes) {
      if (size != bytes.length) {
        return false;
      }
      try {
        MessageDigest digest =
            MessageDigest.getInstance(hash.length() == SHA_1_LENGTH ? "SHA-1" : "SHA-256");
        digest.update(("blob " + size + "\0").getBytes(US_ASCII));
        return HexFormat.of().formatHex(digest.digest(bytes)).equals(hash);
      } catch (NoSuchAlgorithmException everyPlatformHasThem) {
        throw new IllegalStateException(everyPlatformHasThem);
      }
    }
  }

  /// A running git.
  private record Asked(Process process, InputStream answers, OutputStream questions) {

    static Asked start(List<String> program) throws IOException {
      Process process =
          GitCommand.started(
              new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.DISCARD));
      return new Asked(
          process,
          new BufferedInputStream(process.getInputStream()),
          new BufferedOutputStream(process.getOutputStream()));
    }
  }

  Blobs(Path folder) throws IOException {
    this(List.of("git", "-C", folder.toString(), "cat-file", "--batch"));
  }

  /// @param program answers as `git cat-file --batch` does
  Blobs(List<String> program) throws IOException {
    this.program = program;
    this.git = Asked.start(program);
  }

  /// @throws IOException when git does not have it or can't read it
  synchronized byte[] content(Blob blob) throws IOException {
    if (isBroken) {
      // What comes after an answer that was cut short would be taken for another file.
      startAnew();
    }
    isBroken = true;
    git.questions().write((blob.hash() + "\n").getBytes(US_ASCII));
    git.questions().flush();
    String head = line();
    if (head.equals(blob.hash() + " missing\n")) {
      isBroken = false;
      throw new IOException("git does not have " + blob.hash());
    }
    if (!head.equals(blob.hash() + " blob " + blob.size() + "\n")) {
      throw new IOException("git answered something else");
    }
    byte[] content = git.answers().readNBytes((int) blob.size());
    isBroken = content.length < blob.size() || git.answers().read() != '\n';
    if (isBroken) {
      throw new IOException("git broke off");
    }
    return content;
  }

  private void startAnew() throws IOException {
    git.process().destroy();
    if (starts >= MOST_STARTS) {
      throw new IOException("git broke off " + starts + " times");
    }
    starts++;
    git = Asked.start(program);
  }

  /// With the end of the line, if it has one.
  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    int next = git.answers().read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = git.answers().read();
    }
    return line.toString(UTF_8) + (next < 0 ? "" : "\n");
  }

  @Override
  public synchronized void close() {
    git.process().destroy();
  }
}
