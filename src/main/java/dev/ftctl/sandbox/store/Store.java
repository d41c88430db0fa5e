package dev.ftctl.sandbox.store;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// The account under one lock, and its journal: what a call changed is kept before the call is
/// answered.
public final class Store {
  private final ReentrantLock lock = new ReentrantLock();
  private final AccountData account;
  private final ChangeLog journal;

  public Store(AccountData account, ChangeLog journal) {
    this.account = account;
    this.journal = journal;
  }

  /// Runs one call alone. When it throws, nothing it wrote stays; when it returns, what it wrote is
  /// on disk.
  public <T> T run(Function<AccountData, T> call) {
    T result;
    List<Commit> changes;
    lock.lock();
    try {
      result = call.apply(account);
      changes = account.commit();
      if (!changes.isEmpty()) {
        journal.append(changes, account);
      }
    } catch (RuntimeException | Error refused) {
      account.rollback();
      throw refused;
    } finally {
      lock.unlock();
    }
    // Outside of the lock, so that writes of many threads share one flush.
    if (!changes.isEmpty()) {
      journal.force();
    }
    return result;
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
