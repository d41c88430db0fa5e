package dev.ftctl.kind.metadata;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.MetadataApi;
import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the account's metadata about services, one call for each. Used by one thread.
public final class MetadataAnswers {

  private final Account account;
  private final Map<String, Answer> answers = new HashMap<>();

  public MetadataAnswers(Account account) {
    this.account = account;
  }

  /// Asks once. A service that can't be asked about leaves things as the catalogue has them.
  ///
  /// @param service empty for none
  public void ask(String service) {
    if (!service.isEmpty()) {
      answers.computeIfAbsent(service, this::answer);
    }
  }

  private Answer answer(String service) {
    try {
      return new Answer.Known(new ServiceMetadata(account.api(MetadataApi.class).details(service)));
    } catch (ApiException refused) {
      return refused.failure().isNotFound() ? new Answer.Unknown() : new Answer.Silent();
    }
  }

  /// What is to be told of a name that the catalogue lacks; nothing where the metadata has it.
  public Optional<Problem> settle(String service, UnknownName name, String subject) {
    return answers.getOrDefault(service, new Answer.Silent()).settle(name, subject);
  }

  /// What the metadata of an asked service says of the names that a resource uses.
  ///
  /// @param isNew whether the catalogue lacks the service
  public List<Problem> findings(String service, Resource resource, boolean isNew) {
    return answers.get(service) instanceof Answer.Known(ServiceMetadata metadata)
        ? new MetadataFindings(metadata, resource, isNew).all()
        : List.of();
  }
}
