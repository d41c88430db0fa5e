package dev.ftctl.handout;

import dev.ftctl.files.Disk;
import dev.ftctl.files.NewFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Hands out to the sink of each object.
public final class SinkHandouts implements Handouts {

  private final Function<Address, Optional<Sink>> sinks;
  private final Reserve reserve;
  private final Redaction redaction;

  /// @param sinks empty where nobody said one
  /// @param folder for what sinks don't have yet
  /// @param account its id
  public SinkHandouts(
      Function<Address, Optional<Sink>> sinks,
      Path folder,
      String account,
      Disk disk,
      Clock clock,
      Redaction redaction) {
    this.sinks = sinks;
    this.reserve = new Reserve(folder, account, disk, clock);
    this.redaction = redaction;
  }

  @Override
  public boolean isSaidFor(Address address) {
    return sinks.apply(address).isPresent();
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
      return newest.renewed().isEmpty()
          ? new Left(State.LOST, where)
          : newest.renewed().equals(id.value()) ? new Left(State.BROKEN_OFF, where) : Left.NOTHING;
    }
    // What was told of an object that is gone is worth nothing.
    return newest.told().filter(told -> told.isOf(id)).isPresent()
        ? new Left(State.KEPT, where)
        : Left.NOTHING;
  }

  @Override
  public Handout open(Address address, String id) {
    Sink sink = sink(address);
    Sink.Opened opened = sink.open(address, id);
    try {
      Path file = reserve.file(address);
      return new Opened(address, sink, opened, file, reserve.open(file, address, id));
    } catch (RuntimeException unopened) {
      opened.close();
      throw unopened;
    }
  }

  @Override
  public Delivered deliver(Address address, RemoteId id) {
    Reserve.Kept kept = reserve.of(address).getFirst();
    HandedText told = kept.told().filter(text -> text.isOf(id)).orElseThrow();
    told.remember(redaction);
    Sink sink = sink(address);
    try (Sink.Opened opened = sink.open(address, id.value())) {
      opened.write(told);
    } catch (IOException failed) {
      String why = unwritten(sink, failed) + "; they still wait in " + kept.file();
      return new Delivered(new Handed(false, why), told.values());
    }
    return new Delivered(handed(address, sink), told.values());
  }

  private Sink sink(Address address) {
    return sinks.apply(address).orElseGet(() -> refuse(address));
  }

  private static Sink refuse(Address address) {
    NONE.open(address, "").close();
    throw new IllegalStateException("nobody opens what goes nowhere");
  }

  private Handed handed(Address address, Sink sink) {
    reserve.of(address).forEach(kept -> reserve.remove(kept.file()));
    return new Handed(true, "secrets handed to " + sink.shown());
  }

  private static String unwritten(Sink sink, IOException why) {
    return "its secrets could not be handed to " + sink.shown() + " (" + Reasons.of(why) + ")";
  }

  /// Sink and reserve of one object.
  private final class Opened implements Handout {
    private final Address address;
    private final Sink sink;
    private final Sink.Opened opened;
    private final Path file;
    private final NewFile kept;
    private boolean isNeeded;

    Opened(Address address, Sink sink, Sink.Opened opened, Path file, NewFile kept) {
      this.address = address;
      this.sink = sink;
      this.opened = opened;
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
      Optional<IOException> lost = failure(() -> opened.write(told));
      if (lost.isEmpty()) {
        isNeeded = false;
        return handed(address, sink);
      }
      return new Handed(
          false,
          unwritten(sink, lost.get())
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
      opened.close();
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
