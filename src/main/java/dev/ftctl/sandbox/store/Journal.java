package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Where committed changes and answered requests are kept.
public interface Journal {
  /// Brings an empty account to its kept state.
  void load(Account account);

  /// Writes changes, in the order of their commit; called under the store's lock.
  void append(List<Change> changes, Account account);

  /// Returns when everything appended before is on disk.
  void force();

  /// Keeps one request; a crash may lose the last ones.
  void request(ObjectNode request);

  /// The requests of earlier runs, oldest first.
  List<ObjectNode> earlierRequests();

  void forgetRequests();

  void close(Account account);

  /// Lets go without writing anything, after a start that failed.
  void abandon();

  /// Keeps nothing.
  record None() implements Journal {
    @Override
    public void load(Account account) {}

    @Override
    public void append(List<Change> changes, Account account) {}

    @Override
    public void force() {}

    @Override
    public void request(ObjectNode request) {}

    @Override
    public List<ObjectNode> earlierRequests() {
      return List.of();
    }

    @Override
    public void forgetRequests() {}

    @Override
    public void close(Account account) {}

    @Override
    public void abandon() {}
  }
}
