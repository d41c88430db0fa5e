package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.table.Spelling;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Decodes the tree under `schemas:`, in which a list of names is short for `enabled: true` each.
final class WishReading {

  private static final Spelling SYNC_MODES = Spelling.of(TreeLevel.SYNC_MODES);

  private static final Set<String> FLAGS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  private final String subject;
  private final Set<String> unchecked;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> leftOut = new TreeSet<>();
  private SourceLocation firstLeftOut = SourceLocation.NONE;

  private WishReading(String subject, Collection<String> unchecked) {
    this.subject = subject;
    this.unchecked = Set.copyOf(unchecked);
  }

  /// What is to be said of a tree.
  ///
  /// @param isAnswer whether it was saved from an answer of the API, whose read-only members are
  ///   left out
  /// @param wishes by schema, half where something is wrong
  record Checked(
      List<Problem> problems, boolean isAnswer, LinkedHashMap<String, WantedElement> wishes) {}

  /// Everything that is wrong with the tree, or worth a word.
  ///
  /// @param unchecked members that the document insists on, the last part of each a name
  static Checked check(Value tree, String subject, Collection<String> unchecked) {
    var reading = new WishReading(subject, unchecked);
    LinkedHashMap<String, WantedElement> wishes =
        reading.children(answered(tree), TreeLevel.SCHEMA);
    if (!reading.leftOut.isEmpty()) {
      reading.problems.add(
          Problem.note(
              reading.firstLeftOut,
              "read-only",
              subject,
              "what Fivetran or the source decides is left out: "
                  + String.join(", ", reading.leftOut),
              ""));
    }
    return new Checked(reading.problems, !reading.leftOut.isEmpty(), wishes);
  }

  /// The wishes by schema; what is wrong in the tree has been refused before.
  static LinkedHashMap<String, WantedElement> read(Value tree) {
    return new WishReading("", List.of()).children(answered(tree), TreeLevel.SCHEMA);
  }

  /// The schemas of a whole answer: `{code, data: {schemas}}`.
  private static Value answered(Value tree) {
    return tree instanceof Value.Mapping answer
            && answer.get("code") instanceof Value.Text
            && answer.get("data") instanceof Value.Mapping data
        ? data.get("schemas")
        : tree;
  }

  private LinkedHashMap<String, WantedElement> children(Value tree, TreeLevel level) {
    var wishes = new LinkedHashMap<String, WantedElement>();
    switch (tree) {
      case Value.Items names ->
          names.items().forEach(name -> wishes.put(name.asText(), named(name, level)));
      case Value.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (name, value) -> wishes.put(name, wish(value, mapping.placeOf(name), level)));
      case Value.Absent absent -> {}
      case Value.Null nothing -> {}
      case Value.Text text -> wrong(text, level);
      case Value.Num number -> wrong(number, level);
      case Value.Bool bool -> wrong(bool, level);
      case Value.Reference reference -> wrong(reference, level);
      case Value.Secret secret -> wrong(secret, level);
    }
    return wishes;
  }

  private void wrong(Value value, TreeLevel level) {
    error(
        value.origin().place(),
        "wrong-type",
        level.word() + "s are written as a mapping by name, or as a list of names",
        "write `name: {enabled: true}`");
  }

  private WantedElement named(Value name, TreeLevel level) {
    if (name.asText().isEmpty()) {
      wrong(name, level);
    }
    Value on = new Value.Bool(true, Origin.at(name.origin().place()));
    return new WantedElement(
        name.origin().place(),
        false,
        on,
        Value.ABSENT,
        Value.ABSENT,
        new LinkedHashMap<>(),
        Value.Mapping.EMPTY);
  }

  private WantedElement wish(Value value, SourceLocation place, TreeLevel level) {
    if (!(value instanceof Value.Mapping members)) {
      if (!(value instanceof Value.Null)) {
        error(
            place,
            "wrong-type",
            "a " + level.word() + " is a mapping of its settings",
            "write {enabled: true}");
      }
      return new WantedElement(
          place,
          false,
          Value.ABSENT,
          Value.ABSENT,
          Value.ABSENT,
          new LinkedHashMap<>(),
          Value.Mapping.EMPTY);
    }
    members.entries().keySet().forEach(member -> judge(members, member, level));
    Value mode = mode(members.get("sync_mode"));
    return new WantedElement(
        place,
        flag(members, "optional") instanceof Value.Bool optional && optional.flag(),
        flag(members, "enabled"),
        flag(members, "hashed"),
        mode,
        level == TreeLevel.COLUMN
            ? new LinkedHashMap<>()
            : children(members.get(level.below()), level.next()),
        level.unknown(members));
  }

  /// In the API's spelling. One that the catalogue lacks may be newer, and is sent as written.
  private Value mode(Value mode) {
    if (mode instanceof Value.Items || mode instanceof Value.Mapping) {
      error(
          mode.origin().place(),
          "wrong-type",
          "'sync_mode' is a text",
          "use one of " + Near.list(SYNC_MODES.members()));
      return Value.ABSENT;
    }
    // Of most tables and of all columns nothing is said.
    if (mode.isAbsent()) {
      return mode;
    }
    Optional<String> known = SYNC_MODES.known(mode.asText());
    if (known.isPresent()) {
      return new Value.Text(known.get(), mode.origin());
    }
    if (mode.isBlank()) {
      error(
          mode.origin().place(),
          "unknown-value",
          "'sync_mode' is empty",
          "use one of " + Near.list(SYNC_MODES.members()));
      return Value.ABSENT;
    }
    String near =
        SYNC_MODES
            .near(mode.asText())
            .map(name -> "did you mean '" + name + "'? It is sent as written")
            .orElse("it is sent as written; there are " + Near.list(SYNC_MODES.members()));
    problems.add(
        Problem.warning(
            mode.origin().place(),
            "unknown-value",
            subject,
            "'sync_mode' is '" + mode.asText() + "', which the catalogue does not list",
            near));
    return mode;
  }

  private Value flag(Value.Mapping members, String member) {
    Value value = typed(members.get(member));
    if (!value.isAbsent() && !(value instanceof Value.Bool)) {
      error(
          value.origin().place(),
          "wrong-type",
          member + " is true or false",
          "write `" + member + ": true`");
      return Value.ABSENT;
    }
    return value;
  }

  /// A flag in quotes is one all the same, as in every other field.
  private static Value typed(Value value) {
    return value instanceof Value.Text text && FLAGS.contains(text.text())
        ? new Value.Bool(Boolean.parseBoolean(text.text()), text.origin())
        : value;
  }

  /// What ftctl does not know may be newer than it. Where a known name is near, that can't be told
  /// from a typo, by which an exclusion would be lost.
  private void judge(Value.Mapping members, String member, TreeLevel level) {
    SourceLocation place = members.placeOf(member);
    if (level.readOnly().contains(member)) {
      firstLeftOut = leftOut.isEmpty() ? place : firstLeftOut;
      leftOut.add(member);
    } else if (!level.members().contains(member) && TreeLevel.of(member).isPresent()) {
      problems.add(
          Problem.error(
              place,
              "misplaced-field",
              subject,
              "'" + member + "' is nothing that a " + level.word() + " has",
              "write it of a " + TreeLevel.of(member).get().word()));
    } else if (!level.members().contains(member) && !isInsisted(member)) {
      String message = "unknown field '" + member + "' of a " + level.word();
      String insist = "`metadata.unchecked: [" + level.word() + "s." + member + "]`";
      String near = Near.hint(member, level.members());
      problems.add(
          near.isEmpty()
              ? Problem.warning(
                  place,
                  "unknown-field",
                  subject,
                  message + "; it is sent as it stands",
                  insist + " says that Fivetran has it")
              : Problem.error(
                  place,
                  "unknown-field",
                  subject,
                  message,
                  near + " If Fivetran has it, say " + insist));
    }
  }

  private boolean isInsisted(String member) {
    return unchecked.stream()
        .anyMatch(name -> name.substring(name.lastIndexOf('.') + 1).equals(member));
  }

  private void error(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.error(place, rule, subject, message, fix));
  }
}
