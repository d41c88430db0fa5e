package dev.ftctl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.testing.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedFileTest {

  @TempDir Path folder;

  @Test
  void lineAfterHalfAOneBeginsAnew() throws IOException {
    Path file = folder.resolve("lines");
    Disk once = new Once(new FullDisk("lines", 9));
    AppendedFile lines = AppendedFile.open(once, file);

    lines.append("first");
    assertThatThrownBy(() -> lines.append("second")).isInstanceOf(IOException.class);
    lines.append("third");

    assertThat(file).hasContent("first\nsec\nthird\n");
  }

  @Test
  void lineAfterHalfAOneOfAnotherProcessBeginsAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), "first\nsec");

    AppendedFile.open(Disk.REAL, file).append("third");

    assertThat(file).hasContent("first\nsec\nthird\n");
  }

  /// Full once, and never after that.
  private record Once(FullDisk full) implements Disk {
    @Override
    public java.io.OutputStream through(Path file, java.io.OutputStream stream) {
      return full.wasFull() ? stream : full.through(file, stream);
    }
  }
}
