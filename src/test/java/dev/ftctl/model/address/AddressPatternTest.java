package dev.ftctl.model.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The one rule for what an address covers wherever one may be given.
class AddressPatternTest {

  /// Addresses by kind, name as it is, and instance.
  @ParameterizedTest
  @CsvSource({
    // everything
    "*, group, finance, '', true",
    "*, connector, orders_db, g1, true",
    "*/*, user, ana@example.com, '', true",
    "'', group, finance, '', false",
    // a kind
    "connector/*, connector, orders_db, g1, true",
    "connector/*, connector, orders_db, '', true",
    "connector/*, connector, a/b, g1, true",
    "connector/*, group, connector, '', false",
    "connector*, connector, orders_db, g1, true",
    "connector, connector, orders_db, g1, false",
    "connector/, connector, orders_db, g1, false",
    "Connector/*, connector, orders_db, g1, false",
    "c?nnector/*, connector, orders_db, g1, true",
    "schema*/*, schema-settings, orders_db, g1, true",
    // a document
    "connector/orders_db, connector, orders_db, g1, true",
    "connector/orders_db, connector, orders_db, '', true",
    "connector/orders_db, connector, orders_db2, g1, false",
    "connector/orders_db, connector, my_orders_db, g1, false",
    "connector/orders_db, schema-settings, orders_db, g1, false",
    "connector/Orders_db, connector, orders_db, g1, false",
    "connector/orders*, connector, orders_db, g1, true",
    "connector/orders_d?, connector, orders_db, g1, true",
    "connector/orders_?, connector, orders_db, g1, false",
    "group/fin?nce, group, finance, '', true",
    "group/fin?nce, group, finnce, '', false",
    "*/x, connector, x, g1, true",
    "*/x, webhook, x, '', true",
    "*/x, connector, a/x, g1, true",
    "*/x, connector, ax, g1, false",
    // one instance, some, all
    "connector/orders_db@g1, connector, orders_db, g1, true",
    "connector/orders_db@g1, connector, orders_db, g2, false",
    "connector/orders_db@g1, connector, orders_db, '', false",
    "connector/orders_db@*, connector, orders_db, g1, true",
    "connector/orders_db@*, connector, orders_db, '', false",
    "connector/*@g1, connector, orders_db, g1, true",
    "connector/*@g1, connector, orders_db, g10, false",
    "connector/*@g1, connector, orders_db, '', false",
    "connector/*@g?, connector, orders_db, g2, true",
    "connector/orders_d?@g1, connector, orders_db, g1, true",
    "*@g1, connector, orders_db, g1, true",
    "*@g1, group, g1, '', false",
    "connector/*prod, connector, orders_db, eu_prod, true",
    // names with an @ of their own
    "user/ana@example.com, user, ana@example.com, '', true",
    "user/*@example.com, user, ana@example.com, '', true",
    "user/*@example.com, user, ana@example.org, '', false",
    "user/ana%40example.com, user, ana@example.com, '', true",
    "user/ana, user, ana@example.com, '', false",
    "connector/a@b, connector, a@b, g1, true",
    "connector/a@b@g1, connector, a@b, g1, true",
    "connector/a@b@g2, connector, a@b, g1, false",
    "connector/a@b, connector, a, b, true",
    // odd characters, encoded or as they are
    "connector/a%2Fb, connector, a/b, g1, true",
    "connector/a%2fb@g1, connector, a/b, g1, true",
    "connector/a/b, connector, a/b, g1, true",
    "group/My%20Group, group, My Group, '', true",
    "group/My Group, group, My Group, '', true",
    "group/My?Group, group, My Group, '', true",
    "group/Caf%C3%A9, group, Café, '', true",
    "group/Caf?, group, Café, '', true",
    "group/100%, group, 100%, '', true",
    "group/100%25, group, 100%, '', true",
    "group/a+b, group, a+b, '', true",
    "group/a+b, group, a b, '', false",
    // names that look like patterns
    "connector/a%2Ab, connector, a*b, g1, true",
    "connector/a%2ab, connector, a*b, g1, true",
    "connector/a%2Ab, connector, axb, g1, false",
    "connector/a*b, connector, a*b, g1, true",
    "connector/a*b, connector, axb, g1, true",
    "connector/a%3Fb, connector, a?b, g1, true",
    "connector/a%3Fb, connector, axb, g1, false",
    "connector/a?b, connector, a?b, g1, true",
    "connector/a?b, connector, a*b, g1, true",
    "connector/a.b, connector, axb, g1, false",
    "connector/\\Ea, connector, \\Ea, g1, true",
  })
  void coversWhatItSays(
      String pattern, String kind, String name, String instance, boolean isCovered) {
    var address = new Address(kind, name, instance);

    assertThat(new AddressPattern(pattern).covers(address)).isEqualTo(isCovered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders_db",
        "a*b",
        "a?b",
        "a/b",
        "a%2Ab",
        "a b",
        "ana@example.com",
        "*",
        "é",
        "+"
      })
  void printedAddressCoversItselfAndNoNeighbour(String name) {
    var address = new Address("connector", name, "g1");
    var pattern = new AddressPattern(address.toString());

    assertThat(pattern.covers(address)).isTrue();
    assertThat(pattern.covers(new Address("connector", name, "g2"))).isFalse();
    assertThat(pattern.covers(new Address("connector", name + "x", "g1"))).isFalse();
    assertThat(pattern.covers(new Address("connector", name.replace('*', 'x') + "y", "g1")))
        .isFalse();
  }

  @Test
  void printedStarOfANameIsNoWildcard() {
    assertThat(new Address("connector", "a*b", "g1")).hasToString("connector/a%2Ab@g1");
    assertThat(Address.parse("connector/a%2Ab@g1", kind -> true))
        .contains(new Address("connector", "a*b", "g1"));
  }

  @Test
  void instancesOfADocumentAreCoveredAndItselfIsNot() {
    var pattern = AddressPattern.instancesOf(new Address("connector", "stripe", "g1"));

    assertThat(pattern).hasToString("connector/stripe@*");
    assertThat(pattern.covers(new Address("connector", "stripe", "g2"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "connector/ordrs_db@g1, did you mean 'connector/orders_db@g1'?",
    "connector/ordrs_db, did you mean 'connector/orders_db'?",
    "Connector/orders_db, did you mean 'connector/orders_db'?",
    "conector/*, did you mean 'connector/*'?",
    "connector/*@g11, did you mean 'connector/*@g1'?",
    "connector/x, ''",
    "webhook/x, ''",
    "quite another thing, ''",
  })
  void nearestIsNamed(String pattern, String hint) {
    Set<Address> known =
        Set.of(new Address("connector", "orders_db", "g1"), Address.of("webhook", "pager"));

    assertThat(new AddressPattern(pattern).hint(known)).isEqualTo(hint);
  }

  @Test
  void nothingIsCoveredOfNothing() {
    assertThat(AddressPattern.ALL.coversAny(List.of())).isFalse();
  }
}
