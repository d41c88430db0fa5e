package dev.ftctl.manifest.binding;

import dev.ftctl.kind.Vetted;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;

/// The group that a draft is of by something that it names.
record Home(ExpansionContext reading, Instances instances) {

  /// A field where it is written.
  private record Spot(Field field, Node node) {}

  /// The name of the group; empty where nothing is named, or only the account knows its group.
  Optional<String> group(Draft draft) {
    return draft
        .kind()
        .vetted()
        .map(Vetted::homedBy)
        .flatMap(path -> spot(table(draft), draft.spec(), path.segments()))
        .flatMap(spot -> owner(draft, spot))
        .flatMap(instances::find)
        .flatMap(owner ->
            spot(table(owner), owner.spec(), List.of(ExpansionContext.GROUP))
                .flatMap(spot -> text(owner, spot)));
  }

  private Optional<Address> owner(Draft draft, Spot spot) {
    return spot.field().shape() instanceof Shape.Ref ref
        ? text(draft, spot).map(name -> Address.of(ref.slug(), name))
        : Optional.empty();
  }

  private FieldTable table(Draft draft) {
    return reading.fields(draft.kind(), draft.spec(), reading.around(draft));
  }

  private static Optional<Spot> spot(FieldTable table, Node.Mapping mapping, List<String> path) {
    Optional<Spot> here =
        table
            .field(path.getFirst())
            .flatMap(field ->
                mapping
                    .get(field.name())
                    .or(() -> mapping.get(field.otherName()))
                    .map(node -> new Spot(field, node)));
    return path.size() == 1 ? here : here.flatMap(spot -> inside(spot, path));
  }

  private static Optional<Spot> inside(Spot spot, List<String> path) {
    return spot.field().shape() instanceof Shape.Nested nested
            && spot.node() instanceof Node.Mapping inner
        ? spot(nested.table(), inner, path.subList(1, path.size()))
        : Optional.empty();
  }

  private Optional<String> text(Draft draft, Spot spot) {
    if (!(spot.node() instanceof Node.Scalar scalar)) {
      return Optional.empty();
    }
    Filled filled = reading.lookup().fill(scalar, reading.around(draft), Report.muted());
    return filled.isKnown() ? Optional.of(filled.text()) : Optional.empty();
  }
}
