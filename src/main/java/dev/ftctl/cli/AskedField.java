package dev.ftctl.cli;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.plan.Explanation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What `ADDRESS[.FIELD]` means. Names hold dots too, so it is read by the names that there are.
///
/// @param resources all instances, where a document is named
/// @param field with dots; empty for all of them
record AskedField(List<Resource> resources, String field) {

  /// @throws RefusedException when no manifest describes it
  static AskedField of(String text, Collection<Resource> all) {
    var names = new TreeSet<String>();
    for (Resource resource : all) {
      names.add(resource.address().toString());
      names.add(document(resource.address()));
    }
    String name =
        names.stream()
            .filter(one -> text.equals(one) || text.startsWith(one + "."))
            .max(Comparator.comparingInt(String::length))
            .orElseThrow(() -> unknown(text, names));
    List<Resource> named =
        all.stream()
            .filter(one ->
                one.address().toString().equals(name) || document(one.address()).equals(name))
            .toList();
    return new AskedField(named, text.equals(name) ? "" : text.substring(name.length() + 1));
  }

  /// The field as a path.
  ///
  /// @throws RefusedException when the resource can't have it
  Explanation in(Explanation whole) {
    if (field.isEmpty()) {
      return whole;
    }
    List<FieldPath> known = whole.known();
    return known.stream()
        .filter(path -> path.toString().equals(field))
        .findFirst()
        .or(() -> known.stream().filter(whole.meant(field)::equals).findFirst())
        .map(whole::of)
        .orElseThrow(() -> noField(whole, known));
  }

  private RefusedException noField(Explanation whole, List<FieldPath> known) {
    List<String> names = known.stream().map(FieldPath::toString).distinct().toList();
    String hint = list(whole, known).orElseGet(() -> Near.hint(field, names));
    if (hint.isEmpty()) {
      hint = begun(names);
    }
    return new RefusedException(
        Refusal.USAGE,
        whole.resource().address() + " has no field '" + field + "'",
        hint.isEmpty() ? "There are: " + Near.list(names) + "." : hint);
  }

  /// The only name that begins so, wherever it stands; else empty.
  private String begun(List<String> names) {
    List<String> begun =
        names.stream()
            .filter(name -> name.substring(name.lastIndexOf('.') + 1).startsWith(field))
            .toList();
    return begun.size() == 1 ? "did you mean '" + begun.getFirst() + "'?" : "";
  }

  /// Of an item of a list, which is no field of its own, the list.
  private Optional<String> list(Explanation whole, List<FieldPath> known) {
    return known.stream()
        .filter(path -> whole.resource().spec().at(path) instanceof Value.Items)
        .map(FieldPath::toString)
        .filter(name -> field.startsWith(name + "[") || field.startsWith(name + "."))
        .findFirst()
        .map(name -> "a list is one field with all of its items: ask for '" + name + "'");
  }

  private static String document(Address address) {
    return address.inGroup("").toString();
  }

  private static RefusedException unknown(String text, TreeSet<String> names) {
    int dot = text.indexOf('.', Math.max(0, text.indexOf('/')));
    String hint = Near.hint(text, names);
    String shorter = dot < 0 || !hint.isEmpty() ? hint : Near.hint(text.substring(0, dot), names);
    return new RefusedException(
        Refusal.USAGE,
        "no manifest describes '" + text + "'",
        shorter.isEmpty() ? "ftctl render lists what manifests describe." : shorter);
  }
}
