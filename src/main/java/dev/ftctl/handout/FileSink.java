package dev.ftctl.handout;

import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Disk;
import dev.ftctl.files.PlacedFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A file for one object, and for its owner alone.
public record FileSink(Path file, Disk disk) implements Sink {

  private static final int LARGEST = 1 << 20;

  @Override
  public Opened open(Address address, String id) {
    requireOurs(address);
    PlacedFile placed = PlacedFile.open(disk, file);
    return new Opened() {
      @Override
      public void write(HandedText told) throws IOException {
        placed.write(told.text());
      }

      @Override
      public void close() {
        placed.close();
      }
    };
  }

  @Override
  public String shown() {
    return file.toString();
  }

  /// Whatever else stands there is somebody's.
  private void requireOurs(Address address) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      boolean isOurs =
          BoundedFile.regular(file, LARGEST)
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .flatMap(HandedText::read)
              .filter(text -> text.isOf(address))
              .isPresent();
      if (isOurs) {
        return;
      }
    } catch (IOException unreadable) {
      // Not ours either.
    }
    throw new RefusedException(
        Refusal.FAILED,
        file + " is there already, and does not hold the secrets of " + address,
        "Give a file that is not there yet.");
  }
}
