package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;

/// Which account a project is for.
final class Pin {

  private Pin() {}

  /// The account, when the project is pinned to it or to none; asks the account who it is.
  ///
  /// @throws RefusedException when the project is pinned to another one
  static Account checked(Project project, Account account) {
    String pin = project.account();
    String id = account.info().id();
    if (!pin.isEmpty() && !pin.equals(id)) {
      throw new RefusedException(
          Refusal.BLOCKED,
          project.file()
              + " is pinned to account "
              + pin
              + ", and the credentials belong to account "
              + id,
          "Use the credentials of " + pin + ", or change `account:`.");
    }
    return account;
  }
}
