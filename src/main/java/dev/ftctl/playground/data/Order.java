package dev.ftctl.playground.data;

import java.util.Comparator;
import java.util.List;

/// In which order a list is answered. What is equal keeps the order in which it was made, also
/// where the order is turned round.
///
/// @param by `createdAt` or `updatedAt`
/// @param type `asc` or `desc`
public record Order(String by, String type) {

  public static final String CREATED = "createdAt";
  public static final String UPDATED = "updatedAt";
  public static final String ASCENDING = "asc";
  public static final String DESCENDING = "desc";

  /// Oldest change first.
  public static final Order USUAL = new Order(UPDATED, ASCENDING);

  public <T extends Dated> List<T> of(List<T> all) {
    Comparator<Dated> order =
        by.equals(CREATED)
            ? Comparator.comparing(Dated::createdAt)
            : Comparator.comparing(Dated::updatedAt);
    return all.stream().sorted(type.equals(DESCENDING) ? order.reversed() : order).toList();
  }
}
