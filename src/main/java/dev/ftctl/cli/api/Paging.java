package dev.ftctl.cli.api;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.answer.Envelope;
import dev.ftctl.fivetran.api.AnyCallApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import java.net.URI;

/// A list read to its end, as if it had one page.
///
/// @param isAsked whether it is to be
record Paging(Call call, boolean isAsked) {

  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";

  /// @throws RefusedException when there are no pages, or some were to be left out
  void check() {
    if (!isAsked) {
      return;
    }
    if (call.verb() != Verb.GET) {
      throw new RefusedException(
          Refusal.USAGE, "a " + call.verb() + " has no pages", "Leave --paginate out.");
    }
    if (!call.query().text(CURSOR).isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--paginate reads from the first page on, and cursor names a later one",
          "Give one of the two.");
    }
    limit();
  }

  Envelope read(Account account) {
    Query rest = call.query().without(LIMIT).without(CURSOR);
    URI url = URI.create(account.url() + call.path().encoded() + rest.encoded());
    int limit = limit();
    AnyCallApi api = account.api(AnyCallApi.class);
    var items = Value.items(Pages.ofItems((usual, cursor) -> api.list(url, limit, cursor)));
    return new Envelope(
        200,
        Value.Mapping.EMPTY
            .with("code", Value.text("Success"))
            .with("data", Value.Mapping.EMPTY.with("items", items)),
        "");
  }

  private int limit() {
    String asked = call.query().text(LIMIT);
    if (asked.isEmpty()) {
      return Pages.LIMIT;
    }
    if (!asked.matches("[1-9]\\d{0,3}")) {
      throw new RefusedException(
          Refusal.USAGE, "limit is " + asked, "Give 1 to " + Pages.LIMIT + ", or leave it out.");
    }
    return Integer.parseInt(asked);
  }
}
