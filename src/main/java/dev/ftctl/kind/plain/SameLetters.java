package dev.ftctl.kind.plain;

import dev.ftctl.kind.Lookalikes;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Objects that are told apart by a name, which the API keeps as it is written: one that differs
/// from a live one in letter case only is sooner a slip than a second object.
public interface SameLetters extends Lookalikes {

  /// Of the kind, which is also what people call such an object.
  String slug();

  @Override
  default String noun() {
    return slug();
  }

  @Override
  default Optional<String> neighbourhood(Resource wanted, Ids ids) {
    return Optional.of(folded(wanted.spec().text("name")));
  }

  @Override
  default String neighbourhood(Live other) {
    return folded(other.fields().text("name"));
  }

  @Override
  default String insteadOf(List<Live> alike, Ids ids) {
    String name = alike.getFirst().fields().text("name");
    return "write '"
        + name
        + "', as the account has it; to rename that one, write `moved_from: "
        + name
        + "`";
  }

  @Override
  default Finder among(List<Live> others) {
    Map<String, List<Live>> byName =
        others.stream().collect(Collectors.groupingBy(this::neighbourhood));
    return (wanted, ids, most) ->
        byName.getOrDefault(folded(wanted.spec().text("name")), List.of()).stream()
            .limit(most)
            .toList();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
