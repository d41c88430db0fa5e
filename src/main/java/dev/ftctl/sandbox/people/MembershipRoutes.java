package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.util.ArrayList;

/// The five routes of one sort of membership below its owner, as `/users/{userId}/groups`.
///
/// @param template the owner's path with its parameter, as `/users/{userId}`
/// @param places what comes behind it: `groups` or `connections`
/// @param sort which memberships these are
/// @param owners answers the owner's id, or refuses
/// @param words what the messages call the memberships
record MembershipRoutes(String template, String places, Memberships sort, Owner owners, Words words)
    implements Routes {

  /// Finds the owner that a call's path names.
  interface Owner {
    String idOf(Call call);
  }

  /// The API's messages: of the list, of one item, and the subject of what was done.
  record Words(String list, String item, String subject) {
    private String done(String verb) {
      return subject + " has been " + verb;
    }
  }

  @Override
  public void addTo(RouteTable table) {
    var all = template + "/" + places;
    var one = all + "/{memberOf}";
    table.get(all, this::list);
    table.post(all, this::add);
    table.get(one, this::show);
    table.patch(one, this::change);
    table.delete(one, this::remove);
  }

  private Reply list(Call call) {
    var owner = owners.idOf(call);
    var items = new ArrayList<>(sort.ofOwner(call.account(), owner));
    if (sort == Memberships.USER_GROUPS) {
      items.addAll(Shadows.ofUser(call.account(), owner));
    }
    return Reply.ok(words.list(), call.page().of(items, Memberships::shown));
  }

  private Reply add(Call call) {
    var owner = owners.idOf(call);
    var id = call.required("id");
    mustExist(call.account(), id);
    var item = sort.add(call.account(), owner, id, call.required("role"));
    return Reply.created(words.done("created"), Memberships.shown(item));
  }

  private Reply show(Call call) {
    var item = sort.get(call.account(), owners.idOf(call), call.param("memberOf"));
    return Reply.ok(words.item(), Memberships.shown(item));
  }

  /// Answers no data for a user's groups and the item elsewhere, as the OpenAPI document has it.
  private Reply change(Call call) {
    var owner = owners.idOf(call);
    var item =
        sort.changeRole(call.account(), owner, call.param("memberOf"), call.required("role"));
    var silent = sort == Memberships.USER_GROUPS;
    return Reply.ok(
        words.done("updated"), silent ? MissingNode.getInstance() : Memberships.shown(item));
  }

  /// Answers the item for a user's connections and no data elsewhere, as the OpenAPI document has
  /// it.
  private Reply remove(Call call) {
    var item = sort.remove(call.account(), owners.idOf(call), call.param("memberOf"));
    var telling = sort == Memberships.USER_CONNECTIONS;
    return Reply.ok(
        words.done("deleted"), telling ? Memberships.shown(item) : MissingNode.getInstance());
  }

  private void mustExist(AccountData account, String id) {
    if (places.equals("groups") && account.find(AccountData.GROUPS, id).isEmpty()) {
      throw ApiError.notFound("NotFound_Group", "Group with id '" + id + "' does not exist.");
    }
    if (places.equals("connections") && account.find(AccountData.CONNECTIONS, id).isEmpty()) {
      throw ApiError.notFound(
          "NotFound_Connector", "Connector with id '" + id + "' does not exist.");
    }
  }
}
