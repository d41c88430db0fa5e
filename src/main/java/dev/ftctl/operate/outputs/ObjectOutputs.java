package dev.ftctl.operate.outputs;

import dev.ftctl.address.Named;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What others have to know of one object; no secret is among it.
///
/// @param values by name, in the order in which they are shown: `id` first; of a group
///   `ssh_public_key` (one line in OpenSSH's format) and `service_account` (an e-mail address), of
///   a secrets manager in AWS `external_id`, of a private link `state` and `host`, of a destination
///   behind one what Fivetran wrote into it
public record ObjectOutputs(Named object, SequencedMap<String, String> values) {

  public ObjectOutputs {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }
}
