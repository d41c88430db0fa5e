package dev.ftctl.kind.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// fivetran-quirks 2.2, 2.7–2.9.
final class RolesTest {

  @ParameterizedTest
  @CsvSource({
    "Destination Administrator, Manage Destination",
    "Destination Analyst, Edit Destination",
    "Destination Reviewer, View Destination",
    "Destination Creator, Create Connection",
    "Connector Administrator, Connection Administrator",
    "Connection Collaborator, Edit Connection",
    "Team Manager, team manager",
    "Ours, Ours"
  })
  void knowsTwoNamesOfOneRole(String one, String other) {
    assertThat(Roles.same(one, other)).isTrue();
    assertThat(Roles.isLowered(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Manage Destination, Destination Analyst, true",
    "Destination Reviewer, Manage Destination, false",
    "Team Manager, Team Member, true",
    "Team Member, Team Manager, false",
    "Account Administrator, Account Reviewer, true",
    "Account Reviewer, '', true",
    "'', Account Administrator, false",
    "Ours, Manage Destination, true"
  })
  void tellsWhatTakesSomethingAway(String from, String to, boolean isLowered) {
    assertThat(Roles.isLowered(from, to)).isEqualTo(isLowered);
  }
}
