package dev.ftctl.model.value;

import java.util.Optional;

/// Where a secret's text comes from. Asked for the text only by the run that sends it.
public interface SecretSource {

  /// What plans and saved plans say of it: `env:ORDERS_PASSWORD`, `file:keys/db.pem`, `literal`;
  /// several, joined by `, `. Never the text.
  String name();

  /// The text, or empty when the source does not have it (an unset variable, a missing file, a
  /// [Mask]).
  Optional<String> reveal();

  /// Whether the source is there and does not have the text: it is empty.
  default boolean isEmpty() {
    return false;
  }

  /// What the repository itself holds of it, to tell two revisions apart: the text, where that is a
  /// literal, a variable of the project file or a file beside the manifests; else the reference as
  /// it is written. Nothing is run or opened for it that a plan does not open.
  default String written() {
    return "";
  }

  /// The field that is to take it.
  default String field() {
    return "";
  }

  /// Whether the source has the mask that Fivetran shows, which is no secret.
  default boolean isMask() {
    return false;
  }

  /// Whether the source has the text, as far as can be told without running anything.
  default boolean isSet() {
    return reveal().isPresent();
  }
}
