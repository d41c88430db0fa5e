package dev.ftctl.bench;

import java.util.Locale;

/// How large a benchmark account is.
///
/// @param groups each with one destination
/// @param connections in all, spread evenly over the groups
/// @param managed how many of the connections have schema settings; these are databases
/// @param median tables per managed connection, as `p95` and `max`
/// @param schemas per managed connection
/// @param columns listed of one table in each schema
/// @param memberships of users and teams in groups, all together
enum Size {
  S(2, 20, 10, 20, 60, 100, 1, 2, 10, 3, 9),
  M(5, 170, 100, 40, 180, 1_000, 3, 5, 40, 8, 24),
  L(12, 700, 600, 60, 180, 10_000, 5, 15, 150, 25, 75),
  XL(40, 3_000, 2_500, 60, 500, 10_000, 5, 15, 600, 80, 240);

  final int groups;
  final int connections;
  final int managed;
  final int median;
  final int p95;
  final int max;
  final int schemas;
  final int columns;
  final int users;
  final int teams;
  final int memberships;

  Size(
      int groups,
      int connections,
      int managed,
      int median,
      int p95,
      int max,
      int schemas,
      int columns,
      int users,
      int teams,
      int memberships) {
    this.groups = groups;
    this.connections = connections;
    this.managed = managed;
    this.median = median;
    this.p95 = p95;
    this.max = max;
    this.schemas = schemas;
    this.columns = columns;
    this.users = users;
    this.teams = teams;
    this.memberships = memberships;
  }

  /// Tables behind the managed connection of this number: the first has the most, the others follow
  /// the quantiles.
  int tables(int connection) {
    if (connection == 0) {
      return max;
    }
    double quantile = (connection + 0.5) / managed;
    double tables =
        quantile < 0.05
            ? p95 * (1 + (0.05 - quantile) / 0.05)
            : quantile < 0.5
                ? p95 - (p95 - median) * (quantile - 0.05) / 0.45
                : median - (median - schemas * 2.0) * (quantile - 0.5) / 0.5;
    return Math.max(schemas * 2, Math.min(max, (int) tables));
  }

  /// Schemas of the managed connection of this number; one connection of the largest account has a
  /// hundred.
  int schemas(int connection) {
    return this == XL && connection == 1 ? 100 : schemas;
  }

  /// @throws IllegalArgumentException when there is no such size
  static Size of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
