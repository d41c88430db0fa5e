package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.Settling;

/// Approves a key that was offered, and lists what is trusted to see that it is among it.
public record Approval(TrustCalls calls, Offer offer) implements Deed {

  @Override
  public Result of(Named object) {
    Value.Mapping body =
        offer
            .key()
            .body()
            .orElseThrow(() ->
                new RefusedException(
                    Refusal.FAILED,
                    offer.hash() + " can't be approved: Fivetran shows its hash and not the key",
                    ""));
    var settling = new Settling(this::isListed, "whether it is approved");
    settling.send(() -> calls.approve(object, body));
    String rest =
        settling.verified(
            "Fivetran took the approval of " + offer.hash() + ", and does not list it");
    return new Result.Done(object, "approved " + offer.hash() + rest);
  }

  private boolean isListed() {
    return calls.listed(offer.object()).stream()
        .anyMatch(trusted -> trusted.fields().text("hash").equals(offer.told()));
  }
}
