package dev.ftctl.kind;

import dev.ftctl.fivetran.Account;
import java.util.function.Function;

/// One kind of thing that manifests describe: a pure definition, and what reads and writes the
/// objects of an account. Only `apply` asks for the writer.
public record Kind(
    KindDefinition definition,
    Function<Account, KindReader> reader,
    Function<Account, KindWriter> writer) {

  /// Reads over this account.
  public KindReader reader(Account account) {
    return reader.apply(account);
  }

  /// Writes over this account.
  public KindWriter writer(Account account) {
    return writer.apply(account);
  }
}
