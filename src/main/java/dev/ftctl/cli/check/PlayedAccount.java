package dev.ftctl.cli.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.walk.AccountSource;

/// The account of one plan: the given one, under the id that the project is pinned to, unless it
/// has an id of its own.
final class PlayedAccount implements AccountSource, AutoCloseable {

  private static final String UNNAMED = "sandbox_account";
  private static final String ID = "account_id";

  private final Stage stage;
  private final ObjectNode given;
  private Runnable closing = () -> {};

  PlayedAccount(Stage stage, ObjectNode given) {
    this.stage = stage;
    this.given = given;
  }

  @Override
  public Account open(Desired desired) {
    stage.play(pinned(desired.project().account()));
    Account account = stage.account(false);
    closing = account::close;
    return account;
  }

  private ObjectNode pinned(String pin) {
    ObjectNode account = given.deepCopy();
    if (!pin.isEmpty() && account.path("account").path("info").path(ID).asText().equals(UNNAMED)) {
      account.withObjectProperty("account").withObjectProperty("info").put(ID, pin);
    }
    return account;
  }

  @Override
  public void close() {
    closing.run();
  }
}
