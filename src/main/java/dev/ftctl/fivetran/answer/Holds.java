package dev.ftctl.fivetran.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Members without any of which the data of an answer is no answer. An object that says nothing of
/// itself must not be compared: it would differ in everything, and be replaced.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Holds {

  /// Names of members of which the API tells one at least.
  String[] value();
}
