package dev.ftctl.handout;

import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Disk;
import dev.ftctl.files.NewFile;
import dev.ftctl.files.PlacedFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands out to files.
public final class FileHandouts implements Handouts {

  private static final int LARGEST = 1 << 20;

  private final Map<Address, Path> sinks;
  private final Reserve reserve;
  private final Redaction redaction;

  /// @param sinks one for each address
  /// @param folder for what sinks don't have yet
  /// @param account its id
  public FileHandouts(
      Map<Address, Path> sinks,
      Path folder,
      String account,
      Disk disk,
      Clock clock,
      Redaction redaction) {
    this.sinks = Map.copyOf(sinks);
    this.reserve = new Reserve(folder, account, disk, clock);
    this.redaction = redaction;
  }

  @Override
  public boolean isSaidFor(Address address) {
    return sinks.containsKey(address);
  }

  @Override
  public Left left(Address address, RemoteId id) {
    List<Reserve.Kept> all = reserve.of(address);
    if (all.isEmpty()) {
      return Left.NOTHING;
    }
    Reserve.Kept newest = all.getFirst();
    String where = newest.file().toString();
    if (newest.told().isEmpty()) {
      return new Left(State.LOST, where);
    }
    // What was told of an object that is gone is worth nothing.
    return newest.told().filter(told -> told.isOf(id)).isPresent()
        ? new Left(State.KEPT, where)
        : Left.NOTHING;
  }

  @Override
  public Handout open(Address address) {
    PlacedFile sink = sink(address);
    try {
      Path file = reserve.file(address);
      return new Opened(address, sink, file, reserve.open(file, address));
    } catch (RuntimeException unopened) {
      sink.close();
      throw unopened;
    }
  }

  @Override
  public Handed deliver(Address address, RemoteId id) {
    Reserve.Kept kept = reserve.of(address).getFirst();
    HandedText told = kept.told().filter(text -> text.isOf(id)).orElseThrow();
    told.remember(redaction);
    try (PlacedFile sink = sink(address)) {
      sink.write(told.text());
    } catch (IOException failed) {
      return new Handed(false, unwritten(address, failed) + "; they still wait in " + kept.file());
    }
    return handed(address);
  }

  private PlacedFile sink(Address address) {
    Path file = sinks.get(address);
    if (file == null) {
      return refuse(address);
    }
    requireOurs(address, file);
    return PlacedFile.open(reserve.disk(), file);
  }

  private static PlacedFile refuse(Address address) {
    NONE.open(address).close();
    throw new IllegalStateException("nobody opens what goes nowhere");
  }

  /// Whatever else stands there is somebody's.
  private static void requireOurs(Address address, Path file) {
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

  private Handed handed(Address address) {
    reserve.of(address).forEach(kept -> reserve.remove(kept.file()));
    return new Handed(true, "secrets handed to " + sinks.get(address));
  }

  private String unwritten(Address address, IOException why) {
    return "its secrets could not be handed to "
        + sinks.get(address)
        + " ("
        + Reasons.of(why)
        + ")";
  }

  /// Sink and reserve of one object.
  private final class Opened implements Handout {
    private final Address address;
    private final PlacedFile sink;
    private final Path file;
    private final NewFile kept;
    private boolean isNeeded;

    Opened(Address address, PlacedFile sink, Path file, NewFile kept) {
      this.address = address;
      this.sink = sink;
      this.file = file;
      this.kept = kept;
    }

    @Override
    public void sending() {
      isNeeded = true;
    }

    @Override
    public void discard() {
      isNeeded = false;
    }

    @Override
    public Handed hand(RemoteId id, Value.Mapping values) {
      HandedText told = HandedText.of(address, id, values);
      told.remember(redaction);
      Optional<IOException> unkept = failure(() -> kept.write(told.text()));
      Optional<IOException> lost = failure(() -> sink.write(told.text()));
      if (lost.isEmpty()) {
        isNeeded = false;
        return handed(address);
      }
      return new Handed(
          false,
          unwritten(address, lost.get())
              + unkept
                  .map(why ->
                      ", nor kept in "
                          + file
                          + " ("
                          + Reasons.of(why)
                          + ")"
                          + "; the next apply has new ones made")
                  .orElse("; they wait in " + file + ", and the next apply hands them on"));
    }

    @Override
    public void close() {
      kept.close();
      if (!isNeeded) {
        reserve.remove(file);
      }
      sink.close();
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static Optional<IOException> failure(Writing writing) {
    try {
      writing.run();
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(failed);
    }
  }
}
