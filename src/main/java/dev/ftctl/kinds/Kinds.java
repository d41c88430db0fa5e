package dev.ftctl.kinds;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.connector.ConnectorKind;
import dev.ftctl.kinds.destination.DestinationKind;
import dev.ftctl.kinds.group.GroupKind;
import dev.ftctl.kinds.schemasettings.SchemaSettingsKind;
import dev.ftctl.kinds.team.TeamKind;
import dev.ftctl.kinds.user.UserKind;
import dev.ftctl.kinds.webhook.WebhookKind;
import java.util.List;

/// THE list of kinds.
public final class Kinds {

  private Kinds() {}

  public static KindList all(Catalog catalog) {
    return new KindList(
        List.of(
            new GroupKind(),
            new DestinationKind(catalog),
            new ConnectorKind(catalog),
            new SchemaSettingsKind(),
            new UserKind(),
            new TeamKind(),
            new WebhookKind()));
  }
}
