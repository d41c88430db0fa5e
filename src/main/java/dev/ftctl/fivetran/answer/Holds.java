package dev.ftctl.fivetran.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A member without which the data of an answer is no answer. An object that says nothing of itself
/// must not be compared: it would differ in everything, and be replaced.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Holds {

  /// The name of a member that the API never leaves out.
  String value();
}
