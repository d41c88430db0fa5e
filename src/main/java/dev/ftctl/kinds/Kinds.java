package dev.ftctl.kinds;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.apikey.ApiKeyDefinition;
import dev.ftctl.kinds.connector.ConnectorDefinition;
import dev.ftctl.kinds.destination.DestinationDefinition;
import dev.ftctl.kinds.group.GroupDefinition;
import dev.ftctl.kinds.hybridagent.HybridAgentDefinition;
import dev.ftctl.kinds.logs.AccountLogDefinition;
import dev.ftctl.kinds.logs.ExternalLogDefinition;
import dev.ftctl.kinds.privatelink.PrivateLinkDefinition;
import dev.ftctl.kinds.proxyagent.ProxyAgentDefinition;
import dev.ftctl.kinds.schemasettings.SchemaSettingsDefinition;
import dev.ftctl.kinds.sdkpackage.SdkPackageDefinition;
import dev.ftctl.kinds.secretsmanager.SecretsManagerDefinition;
import dev.ftctl.kinds.systemkey.SystemKeyDefinition;
import dev.ftctl.kinds.team.TeamDefinition;
import dev.ftctl.kinds.transformation.TransformationDefinition;
import dev.ftctl.kinds.transformationproject.TransformationProjectDefinition;
import dev.ftctl.kinds.user.UserDefinition;
import dev.ftctl.kinds.webhook.WebhookDefinition;
import java.util.List;

/// THE list of kinds. Its order is that of plans: things before what stands on them.
public final class Kinds {

  private Kinds() {}

  public static KindList all(Catalog catalog) {
    return new KindList(
        List.of(
            GroupDefinition.kind(),
            SecretsManagerDefinition.kind(),
            PrivateLinkDefinition.kind(catalog),
            ProxyAgentDefinition.kind(),
            HybridAgentDefinition.kind(),
            DestinationDefinition.kind(catalog),
            ExternalLogDefinition.kind(catalog),
            AccountLogDefinition.kind(catalog),
            SdkPackageDefinition.kind(),
            ConnectorDefinition.kind(catalog),
            SchemaSettingsDefinition.kind(),
            TransformationProjectDefinition.kind(),
            TransformationDefinition.kind(),
            UserDefinition.kind(),
            ApiKeyDefinition.kind(),
            TeamDefinition.kind(),
            SystemKeyDefinition.kind(),
            WebhookDefinition.kind()));
  }
}
