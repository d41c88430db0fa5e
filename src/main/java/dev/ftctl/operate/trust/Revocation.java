package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.Settling;

/// Takes back an approval, and lists what is trusted to see that it is gone.
public record Revocation(TrustCalls calls, Trusted trusted) implements Deed {

  @Override
  public Result of(Named object) {
    var settling = new Settling(() -> !isListed(), "whether it is revoked");
    try {
      settling.send(() -> calls.revoke(trusted));
    } catch (ApiException failed) {
      if (!failed.failure().isNotFound()) {
        throw failed;
      }
    }
    String rest =
        settling.verified(
            "Fivetran took the revocation of " + trusted.hash() + ", and still lists it");
    return new Result.Done(object, "revoked " + trusted.hash() + rest);
  }

  private boolean isListed() {
    return calls.listed(trusted.object()).stream()
        .anyMatch(other -> other.id().equals(trusted.id()));
  }
}
