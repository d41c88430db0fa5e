package dev.ftctl.render.outcome;

import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.render.English;

/// A failed call that stopped a run: what, where, what to do next.
public final class ApiFailureText {

  private ApiFailureText() {}

  public static String what(ApiFailure failure) {
    return English.printable(failure.what());
  }

  public static String nextStep(ApiFailure failure) {
    if (failure.isForeign()) {
      return "Check --api-url and FIVETRAN_API_URL, and whether a proxy or a login page answers in"
          + " place of Fivetran.";
    }
    if (failure.isWithheld()) {
      return "Lift what forbids it where this may be done.";
    }
    return switch (failure.status()) {
      case 0 ->
          "The API gave no complete answer: check the network and --api-url, then run the command"
              + " again.";
      case 401 ->
          "The API key was not accepted: check FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or"
              + " --credentials.";
      case 403 ->
          "The API key's user lacks the permission for this call: use another key, or have a role"
              + " granted.";
      case 404 ->
          "Fivetran has no such path or object now: check --api-url, or run the command again in a"
              + " while.";
      case 409 ->
          "The name is taken, or something else happens to the object (a sync, what is attached to"
              + " it): run the command again when that has ended.";
      case 429 ->
          "The account's request quota is used up: run the command again later, or lower"
              + " --parallelism.";
      default ->
          failure.status() < 300
              ? "Fivetran's answer can't be understood: run the command again in a while."
              : failure.status() >= 500
                  ? "Fivetran had a failure of its own: run the command again in a while."
                  : "Mend what Fivetran refuses, then run the command again.";
    };
  }
}
