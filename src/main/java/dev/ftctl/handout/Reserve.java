package dev.ftctl.handout;

import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Disk;
import dev.ftctl.files.NewFile;
import dev.ftctl.files.OwnFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The files `<slug>.<name>.<time>.json` in which wait what sinks don't have yet. The first line
/// says whose it is, since projects and environments share a folder, and of what is made anew the
/// id; the second what was told.
///
/// @param folder `.ftctl/handouts`
/// @param account its id
record Reserve(Path folder, String account, Disk disk, Clock clock) {

  private static final int LARGEST = 1 << 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// One file.
  ///
  /// @param renewed the id of the object of which something was to be told anew; empty for one that
  ///   was to be made
  /// @param told empty while nothing was told, or not all of it reached the disk
  record Kept(Path file, String renewed, Optional<HandedText> told) {}

  /// A new one, with its first line on disk.
  ///
  /// @param id of the object; empty while it is still to be made
  /// @throws RefusedException when it can't be made
  NewFile open(Path file, Address address, String id) {
    NewFile opened = NewFile.open(disk, file);
    try {
      opened.write((owner(address) + " " + id).strip() + "\n");
      return opened;
    } catch (IOException unwritable) {
      opened.close();
      remove(file);
      throw new RefusedException(
          Refusal.FAILED,
          "can't write "
              + file
              + ", which keeps secrets until their sink has them: "
              + Reasons.of(unwritable),
          "Make room, or run in a folder that can be written to.");
    }
  }

  Path file(Address address) {
    return folder.resolve(prefix(address) + TIME.format(clock.instant()) + ".json");
  }

  /// What earlier runs left of one address of this account, the newest first.
  List<Kept> of(Address address) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isNamed(file, address))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .flatMap(file -> read(file, address).stream())
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /// One that can't be removed is delivered once more, which does no harm.
  void remove(Path file) {
    try {
      OwnFile.delete(file);
    } catch (IOException stays) {
      // As above.
    }
  }

  private static boolean isNamed(Path file, Address address) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(prefix(address)) && name.endsWith(".json");
  }

  private Optional<Kept> read(Path file, Address address) {
    try {
      OwnFile.requireNoOther(file);
      String text =
          BoundedFile.regular(file, LARGEST)
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElse("");
      int end = text.indexOf('\n');
      String line = end > 0 ? text.substring(0, end) : "";
      return line.equals(owner(address)) || line.startsWith(owner(address) + " ")
          ? Optional.of(
              new Kept(
                  file,
                  line.substring(owner(address).length()).strip(),
                  HandedText.read(text.substring(end + 1))))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private String owner(Address address) {
    return account + " " + address;
  }

  private static String prefix(Address address) {
    String label = URLEncoder.encode(address.label(), StandardCharsets.UTF_8);
    return address.kind() + "." + label + ".";
  }
}
