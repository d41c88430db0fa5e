package dev.ftctl.kinds.logs;

import dev.ftctl.fivetran.api.LogsApi;
import dev.ftctl.model.value.Value;

/// The calls on one log service.
interface LogCalls {

  Value.Mapping create(Value.Mapping body);

  /// @throws dev.ftctl.model.problem.ApiException with 404 where there is none
  Value.Mapping details(String id);

  Value.Mapping update(String id, Value.Mapping body);

  void delete(String id);

  Value.Mapping test(String id);

  /// On those of groups, which have the groups' ids.
  record OfGroups(LogsApi api) implements LogCalls {

    @Override
    public Value.Mapping create(Value.Mapping body) {
      return api.create(body);
    }

    @Override
    public Value.Mapping details(String id) {
      return api.details(id);
    }

    @Override
    public Value.Mapping update(String id, Value.Mapping body) {
      return api.update(id, body);
    }

    @Override
    public void delete(String id) {
      api.delete(id);
    }

    @Override
    public Value.Mapping test(String id) {
      return api.test(id, Value.Mapping.EMPTY);
    }
  }

  /// On the account's, for which paths have no id.
  record OfAccount(LogsApi api) implements LogCalls {

    @Override
    public Value.Mapping create(Value.Mapping body) {
      return api.createForAccount(body);
    }

    @Override
    public Value.Mapping details(String id) {
      return api.detailsOfAccount();
    }

    @Override
    public Value.Mapping update(String id, Value.Mapping body) {
      return api.updateForAccount(body);
    }

    @Override
    public void delete(String id) {
      api.deleteForAccount();
    }

    @Override
    public Value.Mapping test(String id) {
      return api.testForAccount(Value.Mapping.EMPTY);
    }
  }
}
