package dev.ftctl.operate.outputs;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.GroupsApi;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// Finds out what others have to know of objects: two calls for each group, none for all else.
///
/// @param parallelism how many groups are asked about at once, at least 1
public record OutputReading(GroupsApi groups, int parallelism) {

  private static final String GROUP = "group";
  private static final List<String> LISTED = List.of("group_id", "schema");

  /// What of a group the other side lets in.
  private record Keys(String publicKey, String serviceAccount) {}

  /// In the order of the objects.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when a call fails: a part of the outputs would
  ///   leave a variable unset that somebody counts on
  public List<ObjectOutputs> of(List<Named> objects) {
    var keys = new ConcurrentHashMap<String, Keys>();
    List<Named> asked =
        objects.stream().filter(object -> object.address().kind().equals(GROUP)).toList();
    for (Result result : new Bulk(parallelism, each -> {}).run(asked, group -> read(group, keys))) {
      if (result instanceof Result.Failed failed) {
        throw failed.cause();
      }
    }
    var outputs = new ArrayList<ObjectOutputs>();
    objects.forEach(object -> outputs.add(of(object, keys)));
    return outputs;
  }

  private Result read(Named group, Map<String, Keys> keys) {
    String publicKey = groups.publicKey(group.id()).text("public_key").strip();
    String serviceAccount = groups.serviceAccount(group.id()).text("service_account").strip();
    keys.put(group.id(), new Keys(publicKey, serviceAccount));
    return new Result.Unneeded(group, "read");
  }

  private static ObjectOutputs of(Named object, Map<String, Keys> keys) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("id", object.id());
    for (String name : LISTED) {
      String text = object.live().fields().text(name);
      if (!text.isEmpty()) {
        values.put(name, text);
      }
    }
    Keys own = object.address().kind().equals(GROUP) ? keys.get(object.id()) : null;
    if (own != null) {
      values.put("ssh_public_key", own.publicKey());
      values.put("service_account", own.serviceAccount());
    }
    return new ObjectOutputs(object, values);
  }
}
