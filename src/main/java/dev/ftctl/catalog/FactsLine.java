package dev.ftctl.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Reads a line of the catalogue; docs/reference/catalog.md describes its format.
final class FactsLine {

  private FactsLine() {}

  /// The facts in one line. A line that isn't JSON, or names an unknown type or naming family, is a
  /// defect of the catalogue that ships with ftctl, hence unchecked.
  static ServiceFacts parse(String line) {
    FactsTree facts = FactsTree.of(line);
    String naming = facts.text("naming").isEmpty() ? "none" : facts.text("naming");
    return new ServiceFacts(
        facts.text("service"),
        NamingFamily.valueOf(naming.toUpperCase(Locale.ROOT)),
        facts.texts("naming_alternatives"),
        fields(facts.tree("config"), false),
        fields(facts.tree("auth"), true),
        facts.isTrue("external_secrets"),
        new LinkedHashSet<>(facts.texts("immutable")),
        new LinkedHashSet<>(facts.texts("required")));
  }

  /// An object of texts.
  static Map<String, String> texts(String json) {
    return FactsTree.of(json).texts();
  }

  /// The facts of one line with those of another put over them, member by member.
  static String merged(String line, String over) {
    var mapper = new ObjectMapper();
    try {
      return mapper.readerForUpdating(mapper.readTree(line)).readTree(over).toString();
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A line over the catalogue's is broken", broken);
    }
  }

  private static SequencedMap<String, FieldFacts> fields(FactsTree members, boolean isAuth) {
    var fields = new LinkedHashMap<String, FieldFacts>();
    members
        .members()
        .keySet()
        .forEach(name -> fields.put(name, field(name, members.tree(name), isAuth)));
    return fields;
  }

  private static FieldFacts field(String name, FactsTree facts, boolean isAuth) {
    String type = facts.text("type").isEmpty() ? "text" : facts.text("type");
    return new FieldFacts(
        name,
        FieldType.valueOf(type.toUpperCase(Locale.ROOT)),
        isAuth || facts.isTrue("secret"),
        facts.isTrue("read_only"),
        isAuth || facts.isTrue("login"),
        facts.texts("enum"),
        facts.tree("aliases").texts(),
        facts.texts("key"),
        facts.isTrue("merged"),
        fields(facts.tree("fields"), isAuth));
  }
}
