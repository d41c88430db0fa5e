package dev.ftctl.cli.export;

import dev.ftctl.export.Document;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The values of variables once documents were folded: what several share now, where all of them
/// tell the same, in place of their own.
record SharedValues(AccountDocuments.Result result, Folding.Result folding) {

  List<EnvEntry> all() {
    List<EnvEntry> all = new ArrayList<>(result.variables());
    folding
        .variables()
        .forEach((name, use) -> {
          List<EnvEntry> own = sources(use);
          Set<String> known = known(own);
          all.removeAll(own);
          own.stream()
              .findFirst()
              .ifPresent(one ->
                  all.add(
                      new EnvEntry(
                          name,
                          one.document(),
                          one.path(),
                          known.size() == 1 ? known.stream().findFirst() : Optional.empty())));
        });
    return all;
  }

  /// Variables in place of values that differ.
  List<String> differing() {
    return folding.variables().entrySet().stream()
        .filter(shared -> known(sources(shared.getValue())).size() > 1)
        .map(shared -> shared.getKey() + " of " + shared.getValue())
        .toList();
  }

  private static Set<String> known(List<EnvEntry> entries) {
    return entries.stream().flatMap(one -> one.known().stream()).collect(Collectors.toSet());
  }

  /// @param use address of the document that stands for several, and the path in it
  private List<EnvEntry> sources(String use) {
    return folding.folds().entrySet().stream()
        .filter(fold -> use.startsWith(fold.getKey() + " "))
        .flatMap(fold ->
            result.variables().stream()
                .filter(isOf(fold.getValue()))
                .filter(entry -> use.equals(fold.getKey() + " " + entry.path())))
        .toList();
  }

  private static Predicate<EnvEntry> isOf(List<Document> documents) {
    Set<Address> addresses = documents.stream().map(Document::address).collect(Collectors.toSet());
    return entry -> addresses.contains(entry.document());
  }
}
