package dev.ftctl.kind.table;

import dev.ftctl.kind.table.UnknownName.Sort;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.address.NearProduct;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Finds the names of Fivetran's in a spec that the catalogue lacks. Used once, by one thread.
public final class UnknownNames {

  /// How many are compared with the known ones; a file of nothing else takes forever.
  private static final int MOST_HINTS = 100;

  private static final String SERVICE = "service";

  private final FieldTable spec;
  private final UnaryOperator<String> listers;
  private final List<UnknownName> found = new ArrayList<>();

  private UnknownNames(FieldTable spec, UnaryOperator<String> listers) {
    this.spec = spec;
    this.listers = listers;
  }

  /// @param listers the command that lists what there is, by the first segment of the path
  ///   (`region`, `config`)
  public static List<UnknownName> in(
      FieldTable table, Value.Mapping spec, UnaryOperator<String> listers) {
    var names = new UnknownNames(table, listers);
    names.object(table, FieldPath.ROOT, spec);
    return names.found;
  }

  private void object(FieldTable table, FieldPath path, Value.Mapping said) {
    said.entries()
        .forEach((name, value) -> {
          FieldPath here = path.then(name);
          Optional<Field> field = table.field(name);
          if (field.isPresent()) {
            value(table, field.get().shape(), here, value);
          } else if (table.isOpen()) {
            unknown(table, here, said.placeOf(name));
          }
        });
  }

  private void unknown(FieldTable table, FieldPath path, SourceLocation place) {
    String name = path.leaf();
    String instead = table.dropped().get(name);
    boolean isHinted = found.size() < MOST_HINTS;
    found.add(
        instead == null
            ? new UnknownName(
                Sort.FIELD,
                path,
                name,
                name,
                isHinted ? meant(table, name) : "",
                "",
                table.owner(),
                place)
            : new UnknownName(Sort.DROPPED, path, name, name, instead, "", table.owner(), place));
  }

  /// The field that the name has in another part of the spec, else a near one of this part.
  private String meant(FieldTable table, String name) {
    return OtherPart.ofService(spec, name)
        .map(FieldPath::toString)
        .or(() -> Near.of(name, table.names()))
        .orElse("");
  }

  private void value(FieldTable table, Shape shape, FieldPath path, Value value) {
    switch (shape) {
      case Shape.Nested nested when value instanceof Value.Mapping inner ->
          object(nested.table(), path, inner);
      case Shape.ItemsOf items when value instanceof Value.Items list -> {
        for (Value item : list.items()) {
          if (item instanceof Value.Mapping inner) {
            object(items.table(), path, inner);
          }
        }
      }
      case Shape.OneOf few -> member(table, few, path, value);
      case Shape.SetOf(Shape.OneOf few) ->
          Shape.elements(value).forEach(item -> member(table, few, path, item));
      case Shape.Nested nested -> {}
      case Shape.ItemsOf items -> {}
      case Shape.SetOf set -> {}
      case Shape.TextShape text -> {}
      case Shape.IntegerShape integer -> {}
      case Shape.NumberShape number -> {}
      case Shape.BooleanShape bool -> {}
      case Shape.OneOfNumbers few -> {}
      case Shape.RoleName role -> {}
      case Shape.Ref reference -> {}
      case Shape.RoleMap roles -> {}
      case Shape.Hoisted hoisted -> {}
      case Shape.Tree tree -> {}
      case Shape.Free free -> {}
    }
  }

  /// Only texts: what is cleared names nothing, and of a secret nothing is told.
  private void member(FieldTable table, Shape.OneOf few, FieldPath path, Value value) {
    if (!(value instanceof Value.Text text) || text.text().isEmpty() || !few.isOpen()) {
      return;
    }
    Spelling spelling = few.spelling();
    String former = few.former().get(text.text());
    if (former == null
        && spelling.known(text.text()).or(() -> spelling.aliased(text.text())).isPresent()) {
      return;
    }
    boolean isHidden = text.origin().printsAsSource();
    boolean isHinted = !isHidden && found.size() < MOST_HINTS;
    Optional<String> resembled =
        sort(path) == Sort.SERVICE
            ? product(text.text(), few.members())
            : spelling.near(text.text());
    String near = isHinted ? resembled.orElse("") : "";
    found.add(
        new UnknownName(
            former != null ? Sort.FORMER : sort(path),
            path,
            text.text(),
            isHidden ? "(" + text.origin().source() + ")" : "'" + excerpt(text.text()) + "'",
            former != null ? former : near,
            "there are " + Near.list(few.members(), listers.apply(path.segments().getFirst())),
            table.owner(),
            text.origin().place()));
  }

  /// A slip of the pen, else another version of one product: `google_analytics_5` beside
  /// `google_analytics_4`. Never another product.
  private static Optional<String> product(String wrong, List<String> products) {
    String stem = stem(wrong);
    return NearProduct.of(wrong, products)
        .or(() ->
            products.stream()
                .filter(product -> stem(product).equals(stem))
                .max(Comparator.naturalOrder()));
  }

  private static String stem(String product) {
    return product.toLowerCase(Locale.ROOT).replaceFirst("_?v?\\d*$", "");
  }

  private static Sort sort(FieldPath path) {
    return path.segments().equals(List.of(SERVICE)) ? Sort.SERVICE : Sort.VALUE;
  }

  /// The beginning of a text, on one line, for messages.
  private static String excerpt(String text) {
    String start = text.substring(0, Math.min(60, text.length()));
    return start.replaceAll("\\p{Cntrl}", "?") + (text.length() > 60 ? "…" : "");
  }
}
