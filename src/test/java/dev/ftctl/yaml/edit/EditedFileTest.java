package dev.ftctl.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A change touches the letters of one value, and no others.
class EditedFileTest {

  private static final String TEXT =
      """
      # Shop.
      kind: Connector
      metadata: {name: orders, labels: {team: shop}} # ours
      spec:
        service: postgres   # ours
        groups: [prod, eu] # two
        config:
          host: "db.internal"
          note: |
            first
            second
          port:
        files: # all of them
          # clicks
          - table: clicks # web
            pattern: "c/.*"
          - table: views
            pattern: "v/.*"
        tags:
          - one
          - two # second
        shared: &base {a: 1}
        again: *base
      """;

  private final EditedFile file = EditedFile.of("a.yaml", TEXT).orElseThrow();
  private final Spot root = file.documents().getFirst();
  private final Spot spec = root.get("spec").orElseThrow();

  @Test
  void scalarGivesWayWhereItStands() {
    assertThat(file.set(at("config", "host"), Value.text("db-2.internal"))).isTrue();
    assertThat(file.set(at("config", "port"), Value.number(5432))).isTrue();
    assertThat(file.set(at("service"), Value.text("mysql"))).isTrue();
    expect(
        TEXT.replace("\"db.internal\"", "\"db-2.internal\"")
            .replace("port:\n", "port: 5432\n")
            .replace("service: postgres ", "service: mysql "));
  }

  @Test
  void blockGivesWayWithItsLines() {
    assertThat(file.set(at("config", "note"), Value.text("short"))).isTrue();

    expect(TEXT.replace("note: |\n      first\n      second\n", "note: short\n"));
  }

  @Test
  void entryIsAddedBehindAnother() {
    assertThat(file.put(spec, "paused", Value.bool(false), Optional.of("service"))).isTrue();
    assertThat(file.put(at("config"), "user", Value.text("ftctl"), Optional.of("note"))).isTrue();
    assertThat(
            file.put(
                root.get("metadata").orElseThrow(), "protect", Value.bool(true), Optional.empty()))
        .isTrue();

    expect(
        TEXT.replace(
                "  service: postgres   # ours\n", "  service: postgres   # ours\n  paused: false\n")
            .replace("      second\n", "      second\n    user: ftctl\n")
            .replace("{team: shop}}", "{team: shop}, protect: true}"));
  }

  @Test
  void entryGoesWithItsLine() {
    assertThat(file.remove(spec, "service")).isTrue();
    assertThat(file.remove(at("config"), "note")).isTrue();
    assertThat(file.remove(root.get("metadata").orElseThrow(), "labels")).isTrue();

    expect(
        TEXT.replace("  service: postgres   # ours\n", "  # ours\n")
            .replace("    note: |\n      first\n      second\n", "")
            .replace(", labels: {team: shop}", ""));
  }

  @Test
  void listsTakeAndGiveItems() {
    assertThat(file.add(at("groups"), Value.text("us"))).isTrue();
    assertThat(file.drop(at("groups"), 0)).isTrue();
    assertThat(file.add(at("tags"), Value.text("three"))).isTrue();
    assertThat(file.drop(at("tags"), 0)).isTrue();
    assertThat(file.add(at("files"), Value.Mapping.of(Map.of("table", Value.text("carts")))))
        .isTrue();

    expect(
        TEXT.replace("[prod, eu]", "[eu, us]")
            .replace("    - one\n", "")
            .replace("    - two # second\n", "    - two # second\n    - three\n")
            .replace(
                "      pattern: \"v/.*\"\n", "      pattern: \"v/.*\"\n    - {table: carts}\n"));
  }

  @Test
  void whatAnotherPlaceSharesStays() {
    assertThat(file.set(at("shared"), Value.text("x"))).isFalse();
    assertThat(file.put(at("shared"), "b", Value.number(2), Optional.empty())).isFalse();
    assertThat(file.put(at("again"), "b", Value.number(2), Optional.empty())).isFalse();
    assertThat(file.remove(spec, "shared")).isFalse();

    assertThat(file.isChanged()).isFalse();
  }

  @Test
  void aliasGivesWayToAValueOfItsOwn() {
    assertThat(file.set(at("again"), Value.Mapping.of(Map.of("a", Value.number(2))))).isTrue();

    expect(TEXT.replace("again: *base", "again: {a: 2}"));
  }

  @Test
  void lettersOutsideOfThePlaneAndOtherLineEndsStay() {
    String text = "a: \"\uD83D\uDE00\" # \uD83D\uDE00\r\nb: 1\r\n";
    EditedFile odd = EditedFile.of("b.yaml", text).orElseThrow();
    Spot top = odd.documents().getFirst();

    odd.set(top.get("b").orElseThrow(), Value.number(2));
    odd.put(top, "c", Value.items(List.of(Value.text("x"))), Optional.empty());

    assertThat(odd.result()).contains(text.replace("b: 1\r\n", "b: 2\r\nc: [x]\r\n"));
  }

  private Spot at(String... path) {
    Spot here = spec;
    for (String key : path) {
      here = here.get(key).orElseThrow();
    }
    return here;
  }

  private void expect(String text) {
    assertThat(file.result()).contains(text);
  }
}
