package dev.ftctl.model;

import java.util.Locale;

/// The sorts of calls that Fivetran counts apart (API page "rate limiting"). One call may be of
/// several: a setup test is a request and interacts with the source, too.
public enum CallSort {
  REQUEST("request", "requests"),
  SETUP_TEST("setup test", "setup tests"),
  SOURCE_INTERACTION("source interaction", "source interactions"),
  CONNECTION_CREATION("connection created", "connections created"),
  USER_CREATION("user created", "users created"),
  PRIVATE_LINK_CREATION("private link created", "private links created");

  private final String one;
  private final String many;

  CallSort(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /// Whether a run waits until its quota has a place again. That of private links is so small, and
  /// its window so long, that the next run goes on.
  public boolean isAwaited() {
    return this != PRIVATE_LINK_CREATION;
  }

  /// `1 setup test`, `20 connections created`; thousands have a comma.
  public String words(long number) {
    return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
  }
}
