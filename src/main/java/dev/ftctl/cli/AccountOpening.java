package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.walk.AccountSource;
import java.util.function.Function;

/// The account of a command: opened in the middle of its walk, closed at the command's end.
final class AccountOpening implements AccountSource, AutoCloseable {

  private final Function<Desired, AccountFlags.Opened> opening;
  private Runnable closing = () -> {};

  AccountOpening(Function<Desired, AccountFlags.Opened> opening) {
    this.opening = opening;
  }

  @Override
  public Account open(Desired desired) {
    AccountFlags.Opened opened = opening.apply(desired);
    closing = opened::close;
    return opened.account();
  }

  @Override
  public void close() {
    closing.run();
  }
}
