package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Meanwhile;
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

  /// What a walk does about its account while manifests are still read.
  record Beside(KindList kinds, AccountSource accounts) implements Meanwhile {

    /// Manifests that may be wrong cost no request; but what asks is made ready to.
    @Override
    public void projectIsKnown(Project project) {
      accounts.begin(project, this::ready);
    }

    /// Reads what is read of any account.
    @Override
    public void mostAreAsTheyWere(Project project) {
      accounts.begin(project, account -> Snapshot.begin(Pin.checked(project, account), kinds));
    }

    private void ready(Account account) {
      account.ready();
      kinds.kinds().stream()
          .filter(kind -> isReadAnyway(kind.definition()))
          .forEach(kind -> {
            KindReader unused = kind.reader(account);
          });
    }

    private static boolean isReadAnyway(KindDefinition definition) {
      return definition.partOf().isEmpty() && !definition.isListedOnDemand();
    }
  }
}
