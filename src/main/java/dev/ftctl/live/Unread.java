package dev.ftctl.live;

import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What lists named and could not be read in detail. Nothing is known of it but that it is there:
/// neither that it is as wanted, nor that it isn't.
///
/// @param wanted what documents describe, or `moved_from` names, by the document's address
/// @param others what no document describes and was read because a document's object might be it,
///   or as the part of a described one
/// @param kinds slugs of the kinds of which the key may not see the list, and nothing needed it
public record Unread(Map<Address, One> wanted, List<One> others, Set<String> kinds) {

  public static final Unread NOTHING = new Unread(Map.of(), List.of(), Set.of());

  /// One object.
  ///
  /// @param live as its list tells it
  public record One(Live live, ApiFailure failure) {}

  public Unread {
    wanted = Map.copyOf(wanted);
    others = List.copyOf(others);
    kinds = Set.copyOf(kinds);
  }
}
