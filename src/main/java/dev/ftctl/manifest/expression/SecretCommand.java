package dev.ftctl.manifest.expression;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// Runs the command that prints a secret. Its standard output is the secret and shows nowhere; of
/// its complaint the last line is told.
final class SecretCommand {

  private static final long LONGEST_SECONDS = 30;
  private static final int LARGEST = 1024 * 1024;
  private static final int LONGEST_LINE = 200;

  /// What came of it.
  sealed interface Answer {}

  record Said(String text) implements Answer {
    @Override
    public String toString() {
      return "(secret)";
    }
  }

  /// @param why as a sentence goes on behind "the command"
  record Failed(String why) implements Answer {}

  private SecretCommand() {}

  /// @param folder to run it in; empty for the working folder
  static Answer run(List<String> words, String folder, Map<String, String> environment) {
    try {
      var builder = new ProcessBuilder(words);
      if (!folder.isEmpty()) {
        builder.directory(Path.of(folder).toFile());
      }
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      return answer(process);
    } catch (IOException unstartable) {
      return new Failed("can't be started: there is no program " + words.getFirst());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Failed("was interrupted");
    }
  }

  private static Answer answer(Process process) throws InterruptedException {
    var said = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
    var complaint = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Failed("took longer than " + LONGEST_SECONDS + " s");
    }
    try {
      String text = said.join();
      if (process.exitValue() == 0 && !text.isBlank()) {
        return new Said(text.stripTrailing());
      }
      String last = lastLine(complaint.join());
      String how =
          process.exitValue() == 0
              ? "printed nothing"
              : "failed with exit code " + process.exitValue();
      return new Failed(how + (last.isEmpty() ? "" : ": " + last));
    } catch (CompletionException broken) {
      return new Failed("broke off while it was read");
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static String lastLine(String complaint) {
    String last =
        complaint.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    String printable = last.strip().replaceAll("\\p{Cntrl}", "?");
    return printable.substring(0, Math.min(LONGEST_LINE, printable.length()));
  }
}
