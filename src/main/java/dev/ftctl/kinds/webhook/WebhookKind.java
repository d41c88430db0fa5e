package dev.ftctl.kinds.webhook;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.WebhooksApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// `Webhook`.
public final class WebhookKind implements Kind {

  private final WebhookDefinition definition = new WebhookDefinition();

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new WebhookReader(account.api(WebhooksApi.class));
  }

  @Override
  public KindWriter writer(Account account) {
    return new WebhookWriter(account.api(WebhooksApi.class));
  }
}
