package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.expansion.LentPauses;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.model.address.Address;
import dev.ftctl.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What another reading bound, without an error, from files that are the same here and so are the
/// same trees. A draft of such a file is not bound again where nothing else can make a difference:
/// it says all of it literally or takes it from the environment, and names mean the same in both
/// readings, in which none goes by the group of another document.
public final class BoundBefore {

  public static final BoundBefore NOTHING = new BoundBefore(List.of(), new LentPauses());

  private final Map<Address, Bound> bounds = new HashMap<>();
  private final LentPauses pauses;

  /// @param pauses of that reading
  public BoundBefore(List<Bound> bounds, LentPauses pauses) {
    bounds.forEach(bound -> this.bounds.put(bound.resource().address(), bound));
    this.pauses = pauses;
  }

  /// What of it is good for a reading.
  BoundBefore in(ExpansionContext reading, Instances instances) {
    boolean isGood =
        !bounds.isEmpty()
            && pauses.isSame(reading.pauses())
            && instances.isSame(new Instances(bounds.values().stream().map(Bound::draft).toList()));
    return isGood ? this : NOTHING;
  }

  Optional<Bound> find(Draft draft) {
    return Optional.ofNullable(bounds.get(draft.address()))
        .filter(bound -> draft.kind().vetted().isEmpty())
        .filter(bound -> isSame(bound.draft(), draft));
  }

  private static boolean isSame(Draft then, Draft now) {
    Document one = then.document();
    Document other = now.document();
    return then.metadata().equals(now.metadata())
        && then.files().equals(now.files())
        && one.metadata().equals(other.metadata())
        && one.place().equals(other.place())
        && one.places().equals(other.places())
        && one.specPlace().equals(other.specPlace())
        && one.each().isNothing()
        && other.each().isNothing()
        && isSame(then.spec(), now.spec());
  }

  private static boolean isSame(Node.Mapping then, Node.Mapping now) {
    return then.place().equals(now.place())
        && List.copyOf(then.entries().keySet()).equals(List.copyOf(now.entries().keySet()))
        && now.entries().entrySet().stream()
            .allMatch(entry ->
                !entry.getKey().contains("${")
                    && then.entry(entry.getKey())
                        .filter(earlier -> isSame(earlier, entry.getValue()))
                        .isPresent());
  }

  private static boolean isSame(Node.Entry then, Node.Entry now) {
    return then.keyPlace().equals(now.keyPlace())
        && isSame(then.value(), now.value())
        && isIndependent(now.value());
  }

  /// Trees of one file are one; what is put over them are texts.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Node then, Node now) {
    return then == now || now instanceof Node.Scalar && now.equals(then);
  }

  /// Whether a tree means the same in both readings, which have one environment, but may have other
  /// variables, files and groups.
  private static boolean isIndependent(Node node) {
    return node.contents().isLiteral()
        || switch (node) {
          case Node.Refused refused -> false;
          case Node.Scalar scalar -> PartReader.isOfEnvironment(scalar);
          case Node.Sequence list -> list.items().stream().allMatch(BoundBefore::isIndependent);
          case Node.Mapping mapping ->
              mapping.entries().entrySet().stream()
                  .allMatch(entry ->
                      !entry.getKey().contains("${") && isIndependent(entry.getValue().value()));
        };
  }
}
