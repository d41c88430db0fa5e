package dev.ftctl.operate.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far a rollout has come.
///
/// @param address that the connection went by when it began
/// @param id of the connection
/// @param subject what is switched on, as [Rollout#subject]
/// @param onAlready what was on before the rollout came to it
/// @param batches in their order; only the last may be open
public record Progress(
    String rollout,
    String address,
    String id,
    String subject,
    List<String> onAlready,
    List<Batch> batches) {

  private static final String KIND = "ftctl_rollout";

  public Progress {
    onAlready = List.copyOf(onAlready);
    batches = List.copyOf(batches);
  }

  public static Progress begun(Rollout rollout, Named connection) {
    return new Progress(
        rollout.name(),
        connection.address().toString(),
        connection.id(),
        rollout.subject().text(),
        List.of(),
        List.of());
  }

  /// The batch that was begun and has not been synced.
  public Optional<Batch> open() {
    return batches.isEmpty() || batches.getLast().isDone()
        ? Optional.empty()
        : Optional.of(batches.getLast());
  }

  /// Everything that needs nothing more, or stands in the open batch.
  Set<String> known() {
    var known = new HashSet<>(onAlready);
    batches.forEach(batch -> known.addAll(batch.pieces()));
    return known;
  }

  /// What was switched on and synced.
  public List<String> done() {
    return batches.stream()
        .filter(Batch::isDone)
        .flatMap(batch -> batch.pieces().stream())
        .toList();
  }

  /// What is left of the file, without the open batch.
  public List<String> left(Rollout rollout) {
    Set<String> known = known();
    return rollout.texts().stream().filter(piece -> !known.contains(piece)).toList();
  }

  /// How many batches it comes to, as far as it can be told now.
  public int total(Rollout rollout) {
    return batches.size() + Math.ceilDiv(left(rollout).size(), rollout.size());
  }

  Progress found(List<String> more) {
    var all = new ArrayList<>(onAlready);
    all.addAll(more);
    return new Progress(rollout, address, id, subject, all, batches);
  }

  Progress with(Batch begun) {
    var all = new ArrayList<>(batches);
    all.add(begun);
    return new Progress(rollout, address, id, subject, onAlready, all);
  }

  /// The last batch, as it is now.
  Progress withLast(Batch batch) {
    return withoutLast().with(batch);
  }

  Progress withoutLast() {
    List<Batch> before = batches.subList(0, batches.size() - 1);
    return new Progress(rollout, address, id, subject, onAlready, before);
  }

  Value.Mapping asValue() {
    return Value.Mapping.EMPTY
        .with(KIND, Value.number(1))
        .with("rollout", Value.text(rollout))
        .with("connector", Value.text(address))
        .with("id", Value.text(id))
        .with("subject", Value.text(subject))
        .with("on_already", Value.items(onAlready.stream().map(Value::text).toList()))
        .with("batches", Value.items(batches.stream().map(Batch::asValue).toList()));
  }

  /// @throws IOException when it is no progress of this version
  static Progress of(Value value) throws IOException {
    if (!(value instanceof Value.Mapping kept)
        || !kept.text(KIND).equals("1")
        || !(kept.get("batches") instanceof Value.Items batches)) {
      throw new IOException("it is no progress of a rollout that this ftctl knows");
    }
    try {
      return new Progress(
          kept.text("rollout"),
          kept.text("connector"),
          kept.text("id"),
          kept.text("subject"),
          texts(kept.get("on_already")),
          batches.items().stream().map(Batch::of).toList());
    } catch (IllegalArgumentException damaged) {
      throw new IOException("it is damaged", damaged);
    }
  }

  static List<String> texts(Value list) {
    return list instanceof Value.Items items
        ? items.items().stream().map(Value::asText).toList()
        : List.of();
  }
}
