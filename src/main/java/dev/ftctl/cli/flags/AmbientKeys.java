package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The API key and its secret as the environment has them, in the spellings of several tools. Taken
/// as whole pairs only: half of one and half of another would be nobody's.
record AmbientKeys(Run run) {

  private static final KeyPair OURS = new KeyPair("FIVETRAN_API_KEY", "FIVETRAN_API_SECRET");

  /// Those of the Terraform provider.
  private static final KeyPair TERRAFORM = new KeyPair("FIVETRAN_APIKEY", "FIVETRAN_APISECRET");

  /// Those of the vendor's assistant server.
  private static final KeyPair ASSISTANT =
      new KeyPair("FIVETRAN_SYNC_API_KEY", "FIVETRAN_SYNC_API_SECRET");

  private static final List<KeyPair> ALL = List.of(OURS, TERRAFORM, ASSISTANT);

  private static final String HOW =
      "Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or give --credentials FILE; or try it without"
          + " an account: --sandbox.";

  /// @param isPinned whether the account is, so that a wrong pair would be noticed
  /// @throws RefusedException when there is none, or nobody can say which is meant
  Credentials find(boolean isPinned) {
    List<Found> all = all();
    if (all.isEmpty()) {
      throw none();
    }
    Found first = all.getFirst();
    if (!isPinned) {
      all.stream()
          .filter(other -> !other.isSameAs(first))
          .findFirst()
          .ifPresent(other -> {
            throw twoOf(first, other);
          });
    }
    warnOfHalves(first);
    return first.names().of(first.key(), first.secret());
  }

  /// Whether any variable has a text, whether or not it makes a pair.
  boolean isGiven() {
    return ALL.stream()
        .flatMap(names -> Stream.of(names.keyName(), names.secretName()))
        .anyMatch(name -> !run.console().variable(name).isBlank());
  }

  /// Whether the usual pair is there, and of no other pair a half.
  boolean isPlain() {
    return whole(OURS).isPresent() && ALL.stream().noneMatch(this::isHalf);
  }

  /// @param names where its two halves were found
  private record Found(KeyPair names, String key, String secret) {

    boolean isSameAs(Found other) {
      return key.strip().equals(other.key.strip()) && secret.strip().equals(other.secret.strip());
    }
  }

  private List<Found> all() {
    var all = new ArrayList<Found>();
    whole(OURS).ifPresent(all::add);
    whole(TERRAFORM).ifPresent(all::add);
    encoded().ifPresent(all::add);
    whole(ASSISTANT).ifPresent(all::add);
    return all;
  }

  private Optional<Found> whole(KeyPair names) {
    String key = run.console().variable(names.keyName());
    String secret = run.console().variable(names.secretName());
    return key.isBlank() || secret.isBlank()
        ? Optional.empty()
        : Optional.of(new Found(names, key, secret));
  }

  /// `key:secret` in one variable, as the vendor's command line takes it.
  private Optional<Found> encoded() {
    String text = run.console().variable(OURS.keyName()).strip();
    if (text.isEmpty() || !run.console().variable(OURS.secretName()).isBlank()) {
      return Optional.empty();
    }
    try {
      String both = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      if (!both.matches("[!-9;-~]{4,}:[!-~]{4,}")) {
        return Optional.empty();
      }
      run.redaction().remember(text);
      int colon = both.indexOf(':');
      var names = new KeyPair("FIVETRAN_API_KEY (Base64)", "its second half");
      return Optional.of(new Found(names, both.substring(0, colon), both.substring(colon + 1)));
    } catch (IllegalArgumentException plain) {
      return Optional.empty();
    }
  }

  private static RefusedException twoOf(Found one, Found other) {
    return new RefusedException(
        Refusal.USAGE,
        "two different API keys are set: " + one.names().shown() + ", and " + other.names().shown(),
        "Unset one of them, or say whose account it is with account: ACCOUNT_ID in ftctl.yaml; then"
            + " the first holds.");
  }

  private RefusedException none() {
    for (KeyPair names : ALL) {
      for (String name : List.of(names.keyName(), names.secretName())) {
        if (isHalf(names) && run.console().variable(name).isBlank()) {
          String other = name.equals(names.keyName()) ? names.secretName() : names.keyName();
          return new RefusedException(
              Refusal.DENIED,
              "no credentials: " + name + " is " + state(name) + ", and " + other + " is set",
              HOW);
        }
      }
    }
    return new RefusedException(
        Refusal.DENIED,
        "no credentials: " + OURS.keyName() + " is " + state(OURS.keyName()),
        run.console().environment().containsKey(OURS.keyName())
            ? "A CI secret that does not exist arrives like this. " + HOW
            : HOW);
  }

  private boolean isHalf(KeyPair names) {
    return run.console().variable(names.keyName()).isBlank()
        != run.console().variable(names.secretName()).isBlank();
  }

  private String state(String name) {
    return run.console().environment().containsKey(name) ? "empty" : "not set";
  }

  private void warnOfHalves(Found taken) {
    for (KeyPair names : ALL) {
      boolean isTaken = taken.names().keyName().startsWith(names.keyName() + " ");
      if (isHalf(names) && !isTaken) {
        run.output()
            .tell(
                "warning: only one of "
                    + names.shown()
                    + " is set; taken: "
                    + taken.names().shown());
      }
    }
  }
}
