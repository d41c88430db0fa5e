package dev.ftctl.kind.pairing;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/// How a source or warehouse is reached, and what goes with each way (fivetran-quirks Q17,
/// fivetran-quirks Q18): the same for connections and destinations.
public final class Networks {

  private static final FieldPath METHOD = FieldPath.of("networking_method");
  private static final String CONFIG = "config";
  private static final List<String> TUNNEL = List.of("tunnel_host", "tunnel_port", "tunnel_user");
  private static final FieldPath CONNECTION_TYPE = FieldPath.of(CONFIG, "connection_type");
  private static final String TUNNELLED = "SshTunnel";

  private Networks() {}

  /// The rules for a service.
  ///
  /// @param tunnels whether the service's config has a tunnel's fields
  public static List<Pairing> rules(boolean tunnels) {
    var rules = new ArrayList<Pairing>();
    for (String link : List.of("private_link_id", "private_link")) {
      rules.add(CountsWith.of(FieldPath.of(link), METHOD, "PrivateLink"));
    }
    for (String agent : List.of("proxy_agent_id", "proxy_agent")) {
      rules.add(CountsWith.of(FieldPath.of(agent), METHOD, "ProxyAgent"));
    }
    // The server derives the method from a tunnel's fields, so it needs not be written.
    TUNNEL.forEach(field ->
        rules.add(CountsWith.of(FieldPath.of(CONFIG, field), METHOD, TUNNELLED).whereWritten()));
    rules.add(new SameAs(CONNECTION_TYPE, METHOD));
    rules.add(
        AsksFor.of(
            METHOD, "PrivateLink", FieldPath.of("private_link_id"), FieldPath.of("private_link")));
    rules.add(
        AsksFor.of(
            METHOD, "ProxyAgent", FieldPath.of("proxy_agent_id"), FieldPath.of("proxy_agent")));
    if (tunnels) {
      rules.add(AsksFor.of(METHOD, TUNNELLED, FieldPath.of(CONFIG, "tunnel_host")));
    }
    return List.copyOf(rules);
  }

  /// Whether a private link is the way, by the method or by what mirrors it.
  public static boolean isPrivate(Value.Mapping fields) {
    return Pairing.folded(way(fields).asText()).equals("privatelink");
  }

  /// Whether fields say which way is gone.
  public static boolean saysWay(Value.Mapping fields) {
    return Pairing.isWritten(way(fields));
  }

  private static Value way(Value.Mapping fields) {
    return Pairing.isWritten(fields.at(METHOD)) ? fields.at(METHOD) : fields.at(CONNECTION_TYPE);
  }

  /// The live fields without `config.connection_type` where it says otherwise than the method that
  /// it mirrors (fivetran-quirks Q17), since no manifest may say both.
  public static Value.Mapping consistent(Value.Mapping live) {
    String method = Pairing.folded(live.at(METHOD).asText());
    String type = Pairing.folded(live.at(CONNECTION_TYPE).asText());
    return method.isEmpty() || type.isEmpty() || method.equals(type)
        ? live
        : live.with(CONFIG, live.mapping(CONFIG).without(CONNECTION_TYPE.leaf()));
  }

  /// The spec with a tunnel's fields cleared, where it asks for another way and the live object
  /// still has them: the server goes back to `Directly` only when they are null in the same request
  /// (fivetran-quirks Q17). Fields that the manifest writes are left as they are.
  public static Value.Mapping leavingTunnel(Value.Mapping spec, Value.Mapping live) {
    Value method = way(spec);
    if (!Pairing.isWritten(method)
        || Pairing.folded(method.asText()).equals(Pairing.folded(TUNNELLED))) {
      return spec;
    }
    Value.Mapping config = spec.mapping(CONFIG);
    for (String field : TUNNEL) {
      boolean isLeft = !live.mapping(CONFIG).get(field).isBlank();
      if (isLeft && config.get(field).isAbsent()) {
        config = config.with(field, new Value.Null(method.origin()));
      }
    }
    return config.equals(spec.mapping(CONFIG)) ? spec : spec.with(CONFIG, config);
  }
}
