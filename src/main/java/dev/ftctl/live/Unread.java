package dev.ftctl.live;

import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiFailure;
import java.util.List;
import java.util.Map;

/// What lists named and could not be read in detail. Nothing is known of it but that it is there:
/// neither that it is as wanted, nor that it isn't.
///
/// @param wanted what documents describe, or `moved_from` names, by the document's address
/// @param others what no document describes and was read because a document's object might be it,
///   or as the part of a described one
/// @param closed slugs of the kinds whose list is not to be had, each with the answer: the key may
///   not see it, or the account has no such collection
/// @param unlisted slugs of the kinds of which no list was read, in the order of kinds: those, and
///   the ones that nothing asked for
public record Unread(
    Map<Address, One> wanted,
    List<One> others,
    Map<String, ApiFailure> closed,
    List<String> unlisted) {

  public static final Unread NOTHING = new Unread(Map.of(), List.of(), Map.of(), List.of());

  /// One object.
  ///
  /// @param live as its list tells it
  public record One(Live live, ApiFailure failure) {}

  public Unread {
    wanted = Map.copyOf(wanted);
    others = List.copyOf(others);
    closed = Map.copyOf(closed);
    unlisted = List.copyOf(unlisted);
  }
}
