package dev.ftctl.kind.access;

/// The calls of one block of memberships of one live object, by the remote id of the other side.
interface MembershipCalls {

  void add(String id, String role);

  void change(String id, String role);

  void remove(String id);

  /// Whether the account has the membership, for when an answer was lost.
  boolean has(String id);
}
