package dev.ftctl.playground.data;

import java.util.random.RandomGenerator;

/// What opens the endpoints that want to know who asks. They open nothing else, so they are shown.
public record Credentials(Login basic, String bearerToken, String apiKey, Login session) {

  private static final int USER_DIGITS = 5;

  public record Login(String username, String password) {}

  static Credentials random(RandomGenerator random) {
    return new Credentials(
        login(random, 8), RandomText.uuid(random), RandomText.uuid(random), login(random, 10));
  }

  private static Login login(RandomGenerator random, int passwordDigits) {
    return new Login(
        RandomText.hex(random, USER_DIGITS) + "@example.com",
        RandomText.hex(random, passwordDigits));
  }
}
