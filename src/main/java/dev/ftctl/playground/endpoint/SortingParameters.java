package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The parameters that most lists have: `order_by`, `order_type`, `updated_since`.
final class SortingParameters {

  static final List<String> FIELDS = List.of(Order.CREATED, Order.UPDATED);
  static final List<String> TYPES = List.of(Order.ASCENDING, Order.DESCENDING);
  static final String SINCE = "updated_since";

  private SortingParameters() {}

  /// Their names, with those of a list of its own.
  static Set<String> and(String... more) {
    var names = new HashSet<>(Set.of("order_by", "order_type", SINCE));
    names.addAll(List.of(more));
    return Set.copyOf(names);
  }

  static Order order(Query query) {
    return new Order(
        query.oneOf("order_by", FIELDS, Order.UPDATED),
        query.oneOf("order_type", TYPES, Order.ASCENDING));
  }
}
