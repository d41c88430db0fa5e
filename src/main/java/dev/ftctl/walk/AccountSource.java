package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;

/// Opens the account of a walk: when the manifests are read, since the project file says what the
/// credentials are called. Whoever hands it in closes what it opened.
@FunctionalInterface
public interface AccountSource {

  Account open(Desired desired);
}
