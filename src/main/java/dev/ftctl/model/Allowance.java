package dev.ftctl.model;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import java.util.Optional;

/// A risk that somebody allowed in so many words: `replace` for everything, or
/// `replace:connector/ads@analytics_prod`.
///
/// @param of the resources for which it is allowed
public record Allowance(Risk risk, AddressPattern of) {

  /// Reads `RISK` or `RISK:ADDRESS`; empty when there is no such risk.
  public static Optional<Allowance> parse(String text) {
    int colon = text.indexOf(':');
    AddressPattern of =
        colon < 0 ? AddressPattern.ALL : new AddressPattern(text.substring(colon + 1));
    return Risk.named(riskOf(text)).map(risk -> new Allowance(risk, of));
  }

  /// What the text names as the risk, whether there is one or not.
  public static String riskOf(String text) {
    return text.split(":", 2)[0];
  }

  public boolean covers(Risk other, Address address) {
    return risk == other && of.covers(address);
  }
}
