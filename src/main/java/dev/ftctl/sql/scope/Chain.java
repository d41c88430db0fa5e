package dev.ftctl.sql.scope;

import java.util.List;
import java.util.stream.Collectors;

/// Names with dots between them.
///
/// @param isOpaque whether a part of it is not known: a template, or an empty name
/// @param isStar whether `.*` follows
public record Chain(List<Part> parts, boolean isOpaque, boolean isStar) {

  public Chain {
    parts = List.copyOf(parts);
  }

  public int size() {
    return parts.size();
  }

  public Part last() {
    return parts.getLast();
  }

  /// Counted from the end: 0 is the last one.
  public Part fromEnd(int index) {
    return parts.get(parts.size() - 1 - index);
  }

  /// The first few.
  public Chain first(int count) {
    return new Chain(parts.subList(0, count), isOpaque, false);
  }

  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining("."));
  }

  /// Whether the last names are the same, as far as both have them.
  public boolean endsLike(Chain other) {
    int both = Math.min(size(), other.size());
    for (int index = 0; index < both; index++) {
      if (!fromEnd(index).isLike(other.fromEnd(index).name())) {
        return false;
      }
    }
    return true;
  }
}
