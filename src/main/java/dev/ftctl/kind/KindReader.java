package dev.ftctl.kind;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.file.SpooledFile;
import java.util.List;
import java.util.Optional;

/// Reads the objects of one kind. Safe for use by many threads.
public interface KindReader {

  /// Every object of the account, in as few calls as it takes; a part has none of its own.
  List<Live> list();

  /// The object with what the list left out, if somebody is interested in any of it. For a part,
  /// `light` is its owner's id with no fields yet; a part that is not there has none afterwards.
  Live details(Live light, Interest interest);

  /// What details leave to the source; empty for a kind that has no such thing.
  default Optional<Lookups> lookups() {
    return Optional.empty();
  }

  /// What objects hold as files; empty for a kind whose objects hold none.
  default Optional<HeldFiles> files() {
    return Optional.empty();
  }

  /// The files that objects hold, which neither lists nor details tell.
  @FunctionalInterface
  interface HeldFiles {

    /// All of it, at the cost of a call.
    ///
    /// @throws dev.ftctl.model.problem.ApiException when it can't be had
    SpooledFile of(RemoteId id);
  }

  /// What can only be learned from the source behind an object, at a call for each piece, and what
  /// details therefore leave out. Safe for use by many threads.
  interface Lookups {

    /// How many calls it takes to learn what a resource names. Sends nothing.
    ///
    /// @param live in detail
    int needed(Live live, Resource wanted);

    /// The object with what was learned; what was not is marked so.
    ///
    /// @param most how many calls may be sent
    Live made(Live live, Resource wanted, int most);
  }
}
