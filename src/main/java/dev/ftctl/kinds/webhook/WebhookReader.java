package dev.ftctl.kinds.webhook;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.WebhooksApi;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;

/// Reads webhooks; the list says everything but their secrets.
record WebhookReader(WebhooksApi api) implements KindReader {

  @Override
  public List<Live> list() {
    return Pages.all(api::list).stream().map(WebhookReader::live).toList();
  }

  @Override
  public Live details(Live light, Resource wanted) {
    return light;
  }

  static Live live(Value.Mapping webhook) {
    String id = webhook.text("id");
    String url = webhook.text("url");
    String label = WebhookUrl.host(url).orElse("webhook") + "~" + id;
    String identity = WebhookDefinition.key(webhook.text("group_id"), url);
    return new Live("webhook", new RemoteId(id), identity, label, webhook, true);
  }
}
