package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.walk.AccountSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The account of a command: opened in the middle of its walk, closed at the command's end.
final class AccountOpening implements AccountSource, AutoCloseable {

  private final Function<Desired, AccountFlags.Opened> opening;
  private AccountFlags.@Nullable Opened opened;

  AccountOpening(Function<Desired, AccountFlags.Opened> opening) {
    this.opening = opening;
  }

  @Override
  public Account open(Desired desired) {
    AccountFlags.Opened fresh = opening.apply(desired);
    opened = fresh;
    return fresh.account();
  }

  /// The one that was opened.
  Account account() {
    return Objects.requireNonNull(opened, "not opened yet").account();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
