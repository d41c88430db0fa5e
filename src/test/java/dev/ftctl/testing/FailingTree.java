package dev.ftctl.testing;

import dev.ftctl.model.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tree of which the n-th entry that somebody looks at can't be read, then and ever after: a disk
/// that fails, a folder that is closed while it is read. Not safe for many threads at once where it
/// counts, so it counts under a lock.
public final class FailingTree implements FileTree {

  private final FileTree whole;
  private final int failing;
  private final List<String> looks = new ArrayList<>();
  private String broken = "";

  /// @param failing from 0; a negative number for never
  public FailingTree(FileTree whole, int failing) {
    this.whole = whole;
    this.failing = failing;
  }

  /// How many entries were looked at.
  public synchronized int looks() {
    return looks.size();
  }

  /// Which entry failed; empty when none did.
  public synchronized String broken() {
    return broken;
  }

  private synchronized boolean fails(String path) {
    String canonical = whole.canonical(path);
    if (looks.size() == failing) {
      broken = canonical;
    }
    looks.add(canonical);
    return !broken.isEmpty() && (canonical.equals(broken) || canonical.startsWith(broken + "/"));
  }

  @Override
  public Found at(String path) {
    return fails(path) ? Found.UNREADABLE : whole.at(path);
  }

  @Override
  public Listing below(String folder) {
    if (fails(folder)) {
      return new Listing(List.of(), List.of(whole.canonical(folder)));
    }
    Listing listing = whole.below(folder);
    var files = new ArrayList<String>();
    var unreadable = new ArrayList<>(listing.unreadable());
    listing.files().forEach(file -> (fails(file) ? unreadable : files).add(file));
    return new Listing(files, unreadable, listing.outside(), listing.unnamed());
  }

  @Override
  public List<String> names(String folder) {
    return fails(folder) ? List.of() : whole.names(folder);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return fails(path) ? Optional.empty() : whole.read(path);
  }

  @Override
  public long size(String path) {
    return fails(path) ? -1 : whole.size(path);
  }

  @Override
  public Bar bar(String path) {
    return whole.bar(path);
  }

  @Override
  public String top() {
    return whole.top();
  }

  @Override
  public String canonical(String path) {
    return whole.canonical(path);
  }

  @Override
  public String shown(String path) {
    return whole.shown(path);
  }
}
