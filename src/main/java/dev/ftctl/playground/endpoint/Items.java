package dev.ftctl.playground.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.ftctl.playground.data.Dated;
import dev.ftctl.playground.data.Item;
import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.JsonStyle;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records, sorted and written once, so that a page costs little more than copying it.
final class Items {

  private final Map<Order, List<Written>> sorted = new HashMap<>();

  /// A record as the pages have it.
  record Written(Item item, SerializableString text) implements Dated {

    static Written of(Item item) {
      byte[] text = JsonStyle.PAGE.object(json -> members(item, json));
      return new Written(item, new SerializedString(new String(text, StandardCharsets.US_ASCII)));
    }

    private static void members(Item item, JsonGenerator json) throws IOException {
      for (var field : item.fields().entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
    }

    @Override
    public Instant createdAt() {
      return item.createdAt();
    }

    @Override
    public Instant updatedAt() {
      return item.updatedAt();
    }
  }

  /// @param items in the order in which they were made
  Items(List<Item> items) {
    List<Written> written = items.stream().map(Written::of).toList();
    for (String by : SortingParameters.FIELDS) {
      for (String type : SortingParameters.TYPES) {
        var order = new Order(by, type);
        sorted.put(order, order.of(written));
      }
    }
  }

  List<Written> in(Order order) {
    return sorted.getOrDefault(order, List.of());
  }

  /// Those that were updated then or later.
  List<Written> since(Order order, Optional<Instant> since) {
    return since.map(time -> since(in(order), time)).orElseGet(() -> in(order));
  }

  /// Those that were updated later than that, the oldest first.
  List<Written> after(Instant time) {
    return in(Order.USUAL).stream().filter(one -> one.updatedAt().isAfter(time)).toList();
  }

  static <T extends Dated> List<T> since(List<T> all, Instant time) {
    return all.stream().filter(one -> !one.updatedAt().isBefore(time)).toList();
  }

  /// As many as fit, from one on that may not be there.
  ///
  /// @param from not negative
  static List<Written> slice(List<Written> all, BigInteger from, int size) {
    int begin = from.min(BigInteger.valueOf(all.size())).intValueExact();
    return all.subList(begin, Math.min(all.size(), begin + size));
  }

  /// As the member `data`.
  static void write(List<Written> page, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("data");
    for (Written one : page) {
      json.writeRawValue(one.text());
    }
    json.writeEndArray();
  }
}
