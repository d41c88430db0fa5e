package dev.ftctl.sandbox.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// The account under one lock, and its journal: what a call changed is kept before the call is
/// answered. Before each call, what is due by the account's clock happens.
public final class Store {
  private final ReentrantLock lock = new ReentrantLock();
  private final AccountData account;
  private final ChangeLog journal;
  private final Consumer<AccountData> clockwork;

  public Store(AccountData account, ChangeLog journal, Consumer<AccountData> clockwork) {
    this.account = account;
    this.journal = journal;
    this.clockwork = clockwork;
  }

  /// Runs one call alone. When it throws, nothing it wrote stays; when it returns, what it wrote is
  /// on disk.
  public <T> T run(Function<AccountData, T> call) {
    T result;
    var changed = false;
    lock.lock();
    try {
      // On its own, since it stays when the call is refused.
      clockwork.accept(account);
      changed = keep();
      result = call.apply(account);
      changed |= keep();
    } catch (RuntimeException | Error refused) {
      account.rollback();
      throw refused;
    } finally {
      lock.unlock();
    }
    // Outside of the lock, so that writes of many threads share one flush.
    if (changed) {
      journal.force();
    }
    return result;
  }

  private boolean keep() {
    var changes = account.commit();
    if (!changes.isEmpty()) {
      journal.append(changes, account);
    }
    return !changes.isEmpty();
  }

  /// As [#run], for what has no answer.
  public void change(Consumer<AccountData> call) {
    run(account -> {
      call.accept(account);
      return account;
    });
  }

  public void close() {
    lock.lock();
    try {
      journal.close(account);
    } finally {
      lock.unlock();
    }
  }
}
