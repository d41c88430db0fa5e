package dev.ftctl.connectortype;

import dev.ftctl.connectortype.TypeField.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which fields of a service an example shows, and for what the others are. Where an enumeration
/// chooses how to log in, one way is shown; without one nobody knows, and all that looks required
/// is.
final class Ways {

  private static final Pattern CHOICE =
      Pattern.compile("auth|(.*_)?auth(entication)?_(type|method|mode)");
  private static final List<String> FIRST =
      List.of("host", "port", "database", "user", "username", "bucket", "prefix");
  private static final String FURTHER = "Further fields";

  private final List<TypeField> fields;
  private final List<String> naming;
  private final Optional<TypeField> choice;
  private final Optional<Way> chosen;
  private final boolean hasLogin;
  private final boolean isDestination;

  private Ways(ConnectorType type) {
    fields = type.config().stream().filter(field -> !field.is(Mark.READ_ONLY)).toList();
    naming = type.naming();
    isDestination = type.isDestination();
    choice =
        fields.stream()
            .filter(field -> field.members().size() > 1 && field.is(Mark.LOGIN))
            .filter(field -> CHOICE.matcher(field.name()).matches())
            .findFirst();
    List<Way> present = fields.stream().flatMap(field -> Way.of(field).stream()).toList();
    hasLogin = present.stream().anyMatch(way -> way.sort() == Way.Sort.LOGIN);
    chosen =
        choice.flatMap(field ->
            Way.all().stream()
                .filter(way -> way.chosenBy(field).isPresent())
                .filter(way ->
                    way.sort() == Way.Sort.PERSON ? !type.auth().isEmpty() : present.contains(way))
                .findFirst());
  }

  static Ways of(ConnectorType type) {
    return new Ways(type);
  }

  /// Those that an example shows, what names the connection first.
  List<TypeField> shown() {
    return fields.stream()
        .filter(this::isShown)
        .sorted(Comparator.comparingInt(this::rank))
        .toList();
  }

  /// The others, by what they are for, as a comment says it.
  Map<String, List<TypeField>> asides() {
    var asides = new LinkedHashMap<String, List<TypeField>>();
    for (Way way : Way.all()) {
      List<TypeField> hidden =
          fields.stream()
              .filter(field -> !isShown(field) && Way.of(field).equals(Optional.of(way)))
              .toList();
      if (!hidden.isEmpty()) {
        asides.put(way.title() + how(way), hidden);
      }
    }
    List<TypeField> further =
        fields.stream().filter(field -> !isShown(field) && Way.of(field).isEmpty()).toList();
    if (!further.isEmpty()) {
      asides.put(FURTHER, further);
    }
    return asides;
  }

  /// The member of an enumeration that goes with what is shown.
  Optional<String> member(TypeField field) {
    return choice.filter(field::equals).isPresent()
        ? chosen.flatMap(way -> way.chosenBy(field))
        : Optional.empty();
  }

  private boolean isShown(TypeField field) {
    if (field.is(Mark.NAMING)) {
      return naming.contains(field.name());
    }
    return Way.of(field)
        .map(way -> isShown(way) && (field.looksRequired() || !way.isToLogIn()))
        .orElseGet(field::looksRequired);
  }

  private boolean isShown(Way way) {
    return switch (way.sort()) {
      case PERSON, SHOWN -> true;
      case ASIDE -> false;
      case SOURCE -> !isDestination;
      case LOGIN -> chosen.isEmpty() || chosen.get().equals(way) || !isOffered(way);
      case SPARE -> chosen.isEmpty() ? !hasLogin : chosen.get().equals(way);
    };
  }

  private boolean isOffered(Way way) {
    return choice.flatMap(way::chosenBy).isPresent();
  }

  /// By which member of which field it is chosen.
  private String how(Way way) {
    var choices = new ArrayList<TypeField>();
    choice.ifPresent(choices::add);
    if (!way.isToLogIn()) {
      choices.addAll(fields.stream().filter(field -> !field.members().isEmpty()).toList());
    }
    return choices.stream()
        .flatMap(field -> way.chosenBy(field).map(one -> field.name() + ": " + one).stream())
        .findFirst()
        .map(how -> " (" + how + ")")
        .orElse("");
  }

  private int rank(TypeField field) {
    if (field.is(Mark.NAMING)) {
      return naming.indexOf(field.name());
    }
    if (choice.filter(field::equals).isPresent()) {
      return naming.size();
    }
    int place = FIRST.indexOf(field.name());
    int known = place < 0 ? FIRST.size() : place;
    return naming.size() + 1 + known + (field.is(Mark.SECRET) ? FIRST.size() : 0);
  }
}
