package dev.ftctl.catalog;

/// The shape of a field's value, as the API document declares it.
public enum FieldType {
  TEXT,
  INTEGER,
  NUMBER,
  BOOLEAN,

  /// Text out of [FieldFacts#enumValues()].
  ENUM,
  TEXT_LIST,
  INTEGER_LIST,

  /// An object whose members are [FieldFacts#fields()].
  OBJECT,

  /// A list of objects; each item's members are [FieldFacts#fields()].
  OBJECT_LIST,

  /// The document says nothing about the inside; any value is taken as it is.
  FREE
}
