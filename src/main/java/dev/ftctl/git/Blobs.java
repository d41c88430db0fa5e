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

/// The contents of files in git, asked for by the hashes of their objects: a path may hold line
/// ends and whatever else a question can't. Safe for many threads.
final class Blobs implements AutoCloseable {

  private final Process git;
  private final InputStream answers;
  private final OutputStream questions;
  private boolean isBroken;

  /// @param size in bytes
  record Blob(String hash, long size) {}

  Blobs(Path folder) throws IOException {
    this.git =
        new ProcessBuilder("git", "-C", folder.toString(), "cat-file", "--batch")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.answers = new BufferedInputStream(git.getInputStream());
    this.questions = new BufferedOutputStream(git.getOutputStream());
  }

  /// @throws IOException when git does not have it, or an earlier answer was cut short: what comes
  ///   after it would be taken for another file
  synchronized byte[] content(Blob blob) throws IOException {
    if (isBroken) {
      throw new IOException("git broke off");
    }
    isBroken = true;
    questions.write((blob.hash() + "\n").getBytes(US_ASCII));
    questions.flush();
    String head = line();
    if (head.equals(blob.hash() + " missing")) {
      isBroken = false;
      throw new IOException("git does not have " + blob.hash());
    }
    if (!head.equals(blob.hash() + " blob " + blob.size())) {
      throw new IOException("git answered something else");
    }
    byte[] content = answers.readNBytes((int) blob.size());
    isBroken = content.length < blob.size() || answers.read() != '\n';
    if (isBroken) {
      throw new IOException("git broke off");
    }
    return content;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
      line.write(next);
    }
    return line.toString(UTF_8);
  }

  @Override
  public void close() {
    git.destroy();
  }
}
