package dev.ftctl.kinds.apikey;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.ApiKeysApi;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads which service accounts have a key, and of those that somebody is interested in until when
/// it is in force. A key has no id of its own: it goes by its account's.
record ApiKeyReader(ApiKeysApi api, UsersApi users, Account account) implements KindReader {

  private static final String MACHINE = "SERVICE_ACCOUNT";

  @Override
  public List<Live> list() {
    List<Value.Mapping> owners =
        Pages.all((limit, cursor) -> users.filtered(MACHINE, true, limit, cursor)).stream()
            .filter(ApiKeyReader::hasKey)
            .toList();
    String asker = account.info().userId();
    boolean isOfMachine = owners.stream().anyMatch(owner -> owner.text("id").equals(asker));
    Value.Mapping common =
        isOfMachine
            ? Value.Mapping.EMPTY.with(Asker.FIELD, Value.text(asker))
            : Value.Mapping.EMPTY;
    return owners.stream().map(owner -> live(owner, common)).toList();
  }

  /// Also where somebody answers who does not know how to filter.
  private static boolean hasKey(Value.Mapping user) {
    return user.text("user_type").equals(MACHINE) && user.text("has_api_key").equals("true");
  }

  private static Live live(Value.Mapping owner, Value.Mapping common) {
    String id = owner.text("id");
    String name =
        owner.text("email").isBlank()
            ? Stream.of("given_name", "family_name")
                .map(field -> owner.text(field).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
            : owner.text("email");
    return new Live(
        ApiKeyDefinition.SLUG,
        new RemoteId(id),
        id,
        name.isEmpty() ? "~" + id : name,
        common.with(ApiKeyDefinition.USER_ID, Value.text(id)),
        true);
  }

  @Override
  public Live details(Live light, Interest interest) {
    Value.Mapping fields = light.fields();
    for (var member : api.details(light.id().value()).entries().entrySet()) {
      fields = fields.with(member.getKey(), member.getValue());
    }
    return light.withFields(fields);
  }
}
