package dev.ftctl.live;

/// Sees the reading of an account as it goes. Called by many threads.
public interface ReadingObserver {

  ReadingObserver NONE = new ReadingObserver() {};

  /// So many more lists or objects will be read.
  default void expected(int count) {}

  /// One of them was.
  ///
  /// @param what an address, or which list
  default void read(String what) {}
}
