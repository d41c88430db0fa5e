package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.walk.AccountSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The account of a command: opened in the middle of its walk, closed at the command's end.
final class AccountOpening implements AccountSource, AutoCloseable {

  /// Opens it, where it is not open yet.
  private final BiFunction<Desired, Optional<AccountFlags.Opened>, AccountFlags.Opened> opening;

  private final Predicate<Environment> mayBegin;
  private final Function<Environment, AccountFlags.Opened> early;
  private AccountFlags.@Nullable Opened opened;

  /// The account, opened early, where that went well.
  private volatile Future<Optional<AccountFlags.Opened>> begun =
      CompletableFuture.completedFuture(Optional.empty());

  private @Nullable Thread beginning;

  AccountOpening(Function<Desired, AccountFlags.Opened> opening) {
    this(
        (desired, none) -> opening.apply(desired),
        environment -> false,
        environment -> {
          throw new IllegalStateException("never opened early");
        });
  }

  private AccountOpening(
      BiFunction<Desired, Optional<AccountFlags.Opened>, AccountFlags.Opened> opening,
      Predicate<Environment> mayBegin,
      Function<Environment, AccountFlags.Opened> early) {
    this.opening = opening;
    this.mayBegin = mayBegin;
    this.early = early;
  }

  /// One that may be opened while manifests are still read.
  ///
  /// @param before what is told before anything is said of the account
  /// @param mayBegin whether opening it tells nothing, and may be done twice
  static AccountOpening beside(
      Consumer<Desired> before,
      Predicate<Environment> mayBegin,
      Function<Environment, AccountFlags.Opened> opening) {
    return new AccountOpening(
        (desired, known) -> {
          before.accept(desired);
          return known.orElseGet(() -> opening.apply(desired.project().environment()));
        },
        mayBegin,
        opening);
  }

  @Override
  public Account open(Desired desired) {
    AccountFlags.Opened fresh = opening.apply(desired, opened());
    opened = fresh;
    return fresh.account();
  }

  @Override
  public void begin(Project project, Consumer<Account> first) {
    if (beginning != null || !mayBegin.test(project.environment())) {
      return;
    }
    var task =
        new FutureTask<Optional<AccountFlags.Opened>>(
            () -> Optional.of(early.apply(project.environment())));
    begun = task;
    beginning =
        Thread.ofVirtual()
            .start(() -> {
              task.run();
              try {
                opened().ifPresent(open -> first.accept(open.account()));
              } catch (ApiException | RefusedException | CancellationException told) {
                // By whoever asks the account for the same.
              }
            });
  }

  private Optional<AccountFlags.Opened> opened() {
    try {
      return begun.get();
    } catch (ExecutionException told) {
      // By whoever opens it again.
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// The one that was opened.
  Account account() {
    return Objects.requireNonNull(opened, "not opened yet").account();
  }

  @Override
  public void close() {
    Thread thread = beginning;
    if (thread != null) {
      thread.interrupt();
    }
    if (opened != null) {
      opened.close();
    } else {
      opened().ifPresent(AccountFlags.Opened::close);
    }
  }
}
