package dev.ftctl.operate.transformation;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.Settling;

/// Brings the package of a Quickstart to its newest version. What has none, or that one already, is
/// left alone.
public record UpgradeAsk(TransformationsApi api) implements Deed {

  @Override
  public Result of(Named transformation) {
    Value offered = offered(transformation);
    if (!(offered instanceof Value.Bool offer)) {
      return new Result.Unneeded(transformation, "has no package");
    }
    if (!offer.flag()) {
      return new Result.Unneeded(transformation, "has the newest version of its package");
    }
    new Settling(() -> offered(transformation).equals(Value.bool(false)), "whether it was upgraded")
        .send(() -> api.upgrade(transformation.id(), Value.Mapping.EMPTY));
    return new Result.Done(transformation, "upgraded to the newest version of its package");
  }

  private Value offered(Named transformation) {
    return api.details(transformation.id())
        .mapping("transformation_config")
        .get("upgrade_available");
  }
}
