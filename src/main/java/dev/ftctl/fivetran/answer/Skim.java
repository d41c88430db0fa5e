package dev.ftctl.fivetran.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Reads the answer of a method without most of it: in elements that lie in nested levels, some
/// members are dropped, and equal elements are in memory once. An answer may name some hundred
/// thousand elements, most of which say the same of themselves.
///
/// With the levels `schemas`, `tables` the data `{x, schemas: {name: {a, b, tables: {name: {a,
/// b}}}}}` is kept whole at its root, and each schema and table without the members of `dropping`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Skim {

  /// Members of the data that hold elements by name: the first of the data itself, each other of
  /// the elements of the one before.
  String[] levels();

  /// Members of each element that are left out.
  String[] dropping();
}
