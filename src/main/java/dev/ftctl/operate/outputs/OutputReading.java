package dev.ftctl.operate.outputs;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.GroupsApi;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// Finds out what others have to know of objects: two calls for each group, one for each of a kind
/// that has something to tell ([Facets.Outputs]), none for all else.
///
/// @param parallelism how many objects are asked about at once, at least 1
public record OutputReading(Account account, KindList kinds, int parallelism) {

  private static final String GROUP = "group";
  private static final List<String> LISTED = List.of("group_id", "schema");

  /// In the order of the objects.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when a call fails: a part of the outputs would
  ///   leave a variable unset that somebody counts on
  public List<ObjectOutputs> of(List<Named> objects) {
    var told = new ConcurrentHashMap<Address, SequencedMap<String, String>>();
    List<Named> asked =
        objects.stream()
            .filter(object -> object.address().kind().equals(GROUP) || facet(object).isPresent())
            .toList();
    for (Result result : new Bulk(parallelism, each -> {}).run(asked, one -> read(one, told))) {
      if (result instanceof Result.Failed failed) {
        throw failed.cause();
      }
    }
    var outputs = new ArrayList<ObjectOutputs>();
    objects.forEach(object ->
        outputs.add(of(object, told.getOrDefault(object.address(), new LinkedHashMap<>()))));
    return outputs;
  }

  private Result read(Named object, Map<Address, SequencedMap<String, String>> told) {
    told.put(
        object.address(),
        facet(object).map(facet -> facet.told(details(object))).orElseGet(() -> ofGroup(object)));
    return new Result.Unneeded(object, "read");
  }

  private Optional<Facets.Outputs> facet(Named object) {
    return kinds
        .ofSlug(object.address().kind())
        .definition()
        .outputs()
        .filter(facet -> facet.tells(object.live()));
  }

  private Live details(Named object) {
    return kinds
        .ofSlug(object.address().kind())
        .reader(account)
        .details(object.live(), new Interest.Whole());
  }

  /// What of a group the other side lets in.
  private SequencedMap<String, String> ofGroup(Named group) {
    GroupsApi groups = account.api(GroupsApi.class);
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("ssh_public_key", groups.publicKey(group.id()).text("public_key").strip());
    values.put(
        "service_account", groups.serviceAccount(group.id()).text("service_account").strip());
    return values;
  }

  private static ObjectOutputs of(Named object, SequencedMap<String, String> told) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put("id", object.id());
    for (String name : LISTED) {
      String text = object.live().fields().text(name);
      if (!text.isEmpty()) {
        values.put(name, text);
      }
    }
    values.putAll(told);
    return new ObjectOutputs(object, values);
  }
}
