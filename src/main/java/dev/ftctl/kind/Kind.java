package dev.ftctl.kind;

import dev.ftctl.fivetran.Account;

/// One kind of thing that manifests describe: a pure definition, a reader and a writer.
public interface Kind {

  KindDefinition definition();

  KindReader reader(Account account);

  KindWriter writer(Account account);
}
