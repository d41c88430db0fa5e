package dev.ftctl.kind.attached;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.AttachmentsApi;
import dev.ftctl.fivetran.api.PrivateLinksApi;
import dev.ftctl.fivetran.api.SdkPackagesApi;
import dev.ftctl.fivetran.api.SecretsManagersApi;
import dev.ftctl.kind.table.Field;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A sort of thing that manifests name by its name or its id, and requests by its id.
public enum Attachment {
  PROXY_AGENT("proxy-agent", "proxy_agent_id", "display_name", calls(api -> api::proxyAgents)),
  HYBRID_AGENT(
      "hybrid-agent",
      "hybrid_deployment_agent_id",
      "display_name",
      calls(api -> api::hybridAgents)),
  PRIVATE_LINK(
      "private-link",
      "private_link_id",
      "name",
      account -> account.api(PrivateLinksApi.class)::list),
  /// Nothing says that a connection may name no package beside those that the key's owner sees, and
  /// code is part of how a source is reached.
  SDK_PACKAGE(
      "sdk-package", "package_id", "id", account -> account.api(SdkPackagesApi.class)::list) {
    @Override
    public boolean takesIdsBeyondItsList() {
      return true;
    }

    @Override
    Value.Mapping holder(Value.Mapping answer) {
      return answer.mapping("config");
    }
  },
  SECRETS_MANAGER(
      "secrets-manager",
      "external_secrets_manager_id",
      "name",
      account -> account.api(SecretsManagersApi.class)::list);

  private final String slug;
  private final String field;
  private final String named;
  private final Function<Account, Pages.Call> list;

  /// @param named the member of an answer that holds its name
  Attachment(String slug, String field, String named, Function<Account, Pages.Call> list) {
    this.slug = slug;
    this.field = field;
    this.named = named;
    this.list = list;
  }

  public static Optional<Attachment> withSlug(String slug) {
    return Arrays.stream(values()).filter(one -> one.slug.equals(slug)).findFirst();
  }

  /// As addresses write it.
  public String slug() {
    return slug;
  }

  /// Whether an id that the list lacks may be right all the same, which the API decides.
  public boolean takesIdsBeyondItsList() {
    return false;
  }

  /// What of an answer holds the field that refers to one.
  Value.Mapping holder(Value.Mapping answer) {
    return answer;
  }

  /// The field that refers to one; manifests may write it without `_id`.
  public Field field() {
    return Field.ref(field, field, slug);
  }

  /// Whether an answer refers to one.
  public boolean isIn(Value.Mapping answer) {
    return !idIn(answer).isEmpty();
  }

  private String idIn(Value.Mapping answer) {
    return holder(answer).text(field);
  }

  /// All that the account has, without what is marked for deletion.
  ///
  /// @throws dev.ftctl.model.problem.ApiException where the list is refused
  public List<Value.Mapping> all(Account account) {
    return Pages.all(list.apply(account)).stream()
        .filter(one -> !one.text("state").equals("DESTROYING"))
        .toList();
  }

  /// What an answer refers to, of every sort, by the names that are known.
  public static Stream<Address> in(Value.Mapping answer, Ids ids) {
    return Arrays.stream(values())
        .filter(sort -> sort.isIn(answer))
        .flatMap(sort -> ids.nameOf(sort.slug, sort.idIn(answer)).stream());
  }

  /// The body of a PATCH in which an empty text stands for nothing, as official clients clear such
  /// a field (fivetran-quirks Q19).
  public static Value.Mapping cleared(Value.Mapping body) {
    Value.Mapping told = body;
    for (Attachment sort : values()) {
      if (body.get(sort.field) instanceof Value.Null) {
        told = told.with(sort.field, Value.text(""));
      }
    }
    return told;
  }

  /// What people call one; may be empty.
  public String nameOf(Value.Mapping one) {
    return one.text(named).strip();
  }

  private static Function<Account, Pages.Call> calls(Function<AttachmentsApi, Pages.Call> list) {
    return account -> list.apply(account.api(AttachmentsApi.class));
  }
}
