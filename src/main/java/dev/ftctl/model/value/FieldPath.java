package dev.ftctl.model.value;

import java.util.ArrayList;
import java.util.List;

/// The way to a field inside a resource's `spec`, e.g. `config.host` or
/// `schemas.public.tables.users`.
public record FieldPath(List<String> segments) implements Comparable<FieldPath> {

  public static final FieldPath ROOT = new FieldPath(List.of());

  public FieldPath {
    segments = List.copyOf(segments);
  }

  public static FieldPath of(String... segments) {
    return new FieldPath(List.of(segments));
  }

  public FieldPath then(String segment) {
    var longer = new ArrayList<>(segments);
    longer.add(segment);
    return new FieldPath(longer);
  }

  public FieldPath then(FieldPath rest) {
    var longer = new ArrayList<>(segments);
    longer.addAll(rest.segments);
    return new FieldPath(longer);
  }

  public boolean startsWith(FieldPath prefix) {
    return segments.size() >= prefix.segments.size()
        && segments.subList(0, prefix.segments.size()).equals(prefix.segments);
  }

  /// The last segment, empty for the root.
  public String leaf() {
    return segments.isEmpty() ? "" : segments.getLast();
  }

  /// RFC 6901: `/config/host`.
  public String jsonPointer() {
    var pointer = new StringBuilder();
    for (String segment : segments) {
      pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /// `config.host`.
  @Override
  public String toString() {
    return String.join(".", segments);
  }

  @Override
  public int compareTo(FieldPath other) {
    return toString().compareTo(other.toString());
  }
}
