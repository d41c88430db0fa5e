package dev.ftctl.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One question to git.
final class GitCommand {

  private GitCommand() {}

  /// @param folder in which git is asked
  /// @return what git printed
  /// @throws IOException with git's complaint
  static byte[] bytes(Path folder, String... words) throws IOException {
    return ask(folder, words).bytes();
  }

  /// The same of a question that may have no answer, which git says with 1 as its exit code.
  ///
  /// @return empty when there is none
  static String answer(Path folder, String... words) throws IOException {
    return new String(Asked.of(folder, 1, words).bytes(), UTF_8).strip();
  }

  /// A git that runs while something else is done.
  ///
  /// @param largest exit code that is no failure, when git complains of nothing
  /// @param complaints are taken beside the answer: git waits when nobody takes what it says, and
  ///   complains of each object
  record Asked(Process git, int largest, CompletableFuture<String> complaints)
      implements AutoCloseable {

    private static Asked of(Path folder, int largest, String... words) throws IOException {
      var command = new ArrayList<String>(List.of("git", "-C", folder.toString()));
      command.addAll(List.of(words));
      Process git = started(new ProcessBuilder(command));
      git.getOutputStream().close();
      return new Asked(
          git,
          largest,
          CompletableFuture.supplyAsync(
              () -> said(git.getErrorStream()), Thread::startVirtualThread));
    }

    /// What git printed, once it has ended.
    ///
    /// @throws IOException with git's complaint
    byte[] bytes() throws IOException {
      byte[] out = git.getInputStream().readAllBytes();
      try {
        String complaint = complaints.join();
        if (git.waitFor() > (complaint.isEmpty() ? largest : 0)) {
          throw new IOException(
              complaint.isEmpty()
                  ? "git knows no such revision"
                  : complaint.lines().findFirst().get());
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted");
      }
      return out;
    }

    /// Of whose answer nobody wants anything any more.
    @Override
    public void close() {
      git.destroy();
    }
  }

  /// @throws IOException that says what to do where there is no git
  static Process started(ProcessBuilder git) throws IOException {
    try {
      return git.start();
    } catch (IOException none) {
      throw new IOException(
          "git is not installed here, or not on the PATH: install it first", none);
    }
  }

  /// Begins with a question.
  static Asked ask(Path folder, String... words) throws IOException {
    return Asked.of(folder, 0, words);
  }

  private static String said(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), UTF_8).strip();
    } catch (IOException ended) {
      return "";
    }
  }

  static String text(Path folder, String... words) throws IOException {
    return new String(bytes(folder, words), UTF_8);
  }
}
