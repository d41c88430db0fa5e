package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Credentials;
import dev.ftctl.playground.http.PaddedBase64;
import dev.ftctl.playground.http.PracticeError;
import dev.ftctl.playground.http.WholeNumber;
import java.math.BigInteger;
import java.time.Clock;

/// Tokens as Base64 of `username:password:end`, the end in seconds since 1970. They are no secret,
/// and nothing is kept of them.
final class SessionTokens {

  private static final int PARTS = 3;

  private final Credentials.Login login;
  private final Clock clock;
  private final long lifeSeconds;

  SessionTokens(Credentials.Login login, Clock clock, long lifeSeconds) {
    this.login = login;
    this.clock = clock;
    this.lifeSeconds = lifeSeconds;
  }

  long lifeSeconds() {
    return lifeSeconds;
  }

  String issue() {
    long end = clock.instant().getEpochSecond() + lifeSeconds;
    return PaddedBase64.encode(login.username() + ":" + login.password() + ":" + end);
  }

  /// @throws PracticeError where it is none, another user's, or at its end, looked at in this order
  void check(String token) {
    String[] parts =
        PaddedBase64.decode(token).map(text -> text.split(":", -1)).orElseThrow(this::wrongFormat);
    if (parts.length != PARTS) {
      throw wrongFormat();
    }
    BigInteger end = WholeNumber.read(parts[2]).orElseThrow(this::wrongFormat);
    if (!parts[0].equals(login.username()) || !parts[1].equals(login.password())) {
      throw new PracticeError(401, "Invalid Token");
    }
    if (end.compareTo(BigInteger.valueOf(clock.instant().getEpochSecond())) < 0) {
      throw new PracticeError(401, "Token has expired");
    }
  }

  private PracticeError wrongFormat() {
    return new PracticeError(400, "Invalid token format");
  }
}
