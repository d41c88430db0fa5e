package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.project.Project;
import java.util.function.Consumer;

/// Opens the account of a walk: when the manifests are read, since the project file says what the
/// credentials are called. Whoever hands it in closes what it opened.
@FunctionalInterface
public interface AccountSource {

  Account open(Desired desired);

  /// Opens the account while manifests are still read, and begins with it. Whatever stands in the
  /// way is told where [#open] meets it. Whoever can't do so does nothing.
  ///
  /// @param project whose account it is
  /// @param first what is read of any account
  default void begin(Project project, Consumer<Account> first) {}
}
