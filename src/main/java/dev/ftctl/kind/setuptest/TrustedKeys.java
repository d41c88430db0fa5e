package dev.ftctl.kind.setuptest;

import dev.ftctl.kind.table.Field;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// The keys that a document pins: `trusted: {certificates: [...], fingerprints: [...]}`, SHA-256
/// hashes as `SHA256:` with base64, or as 64 hexadecimal digits, with colons or without. Nothing
/// else is ever approved on their account.
public final class TrustedKeys {

  /// The field of a spec.
  public static final String FIELD = "trusted";

  private static final List<Field> LISTS =
      List.of(Field.set("certificates").names(), Field.set("fingerprints").names());

  private final Value.Mapping pins;
  private final Set<ShownKey> approved = new TreeSet<>();

  private TrustedKeys(Value.Mapping pins) {
    this.pins = pins;
  }

  public static TrustedKeys of(Resource wanted) {
    return new TrustedKeys(wanted.spec().mapping(FIELD));
  }

  /// The field itself; it steers setup tests and is nothing that the account has.
  public static Field field() {
    return Field.nested(FIELD, LISTS.toArray(Field[]::new)).local();
  }

  /// Every pin that is no SHA-256.
  public static List<Problem> check(Resource wanted) {
    var problems = new ArrayList<Problem>();
    for (Field list : LISTS) {
      for (Value pin : items(wanted.spec().mapping(FIELD).get(list.name()))) {
        if (KeyHash.of(pin.asText()).isEmpty()) {
          problems.add(
              Problem.error(
                  pin.origin().place(),
                  "wrong-pin",
                  wanted.address().toString(),
                  "'" + pin.asText() + "' is no SHA-256 hash",
                  "write SHA256: and 43 characters of base64, or 64 hexadecimal digits; a failed"
                      + " setup test tells it"));
        }
      }
    }
    return problems;
  }

  /// Approves those keys that failed setup tests show and that are pinned, each once.
  ///
  /// @param answer holds `setup_tests`
  /// @param approval gets `certificates` or `fingerprints`, and the body of the approval
  /// @return whether there was any
  public boolean approve(Value.Mapping answer, BiConsumer<String, Value.Mapping> approval) {
    boolean any = false;
    for (ShownKey key : ShownKey.all(answer)) {
      if (isPinned(key) && key.body().isPresent() && approved.add(key)) {
        approval.accept(key.list(), key.body().get());
        any = true;
      }
    }
    return any;
  }

  private boolean isPinned(ShownKey key) {
    return items(pins.get(key.list())).stream()
        .map(pin -> KeyHash.of(pin.asText()))
        .flatMap(Optional::stream)
        .anyMatch(pin -> key.hashes().stream().map(KeyHash::of).anyMatch(Optional.of(pin)::equals));
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items items ? items.items() : List.of();
  }
}
