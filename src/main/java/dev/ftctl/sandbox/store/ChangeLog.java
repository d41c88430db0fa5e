package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Where committed changes and answered requests are kept.
public interface ChangeLog {
  /// Brings an empty account to its kept state.
  void load(AccountData account);

  /// Writes changes, in the order of their commit; called under the store's lock.
  void append(List<Commit> changes, AccountData account);

  /// Returns when everything appended before is on disk.
  void force();

  /// Keeps one request; a crash may lose the last ones.
  void request(ObjectNode request);

  /// The requests of earlier runs, oldest first.
  List<ObjectNode> earlierRequests();

  void forgetRequests();

  void close(AccountData account);

  /// Lets go without writing anything, after a start that failed.
  void abandon();

  /// Keeps nothing.
  record None() implements ChangeLog {
    @Override
    public void load(AccountData account) {}

    @Override
    public void append(List<Commit> changes, AccountData account) {}

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
    public void close(AccountData account) {}

    @Override
    public void abandon() {}
  }
}
