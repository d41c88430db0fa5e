package dev.ftctl.kind.access;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// What users may do, or teams, beyond what stands in their own fields: read and written by calls
/// of their own.
///
/// @param owners whose it is, as paths say it: `users` or `teams`
/// @param blocks what manifests call a block of memberships, and what paths do
/// @param removeRole takes the account role from one, by id
public record AccessCalls(
    Account account, String owners, Map<String, String> blocks, Consumer<String> removeRole) {

  /// The fields with those memberships that somebody is interested in.
  public Value.Mapping read(Live light, Interest interest) {
    Value.Mapping fields = light.fields();
    for (String block : blocks.keySet()) {
      if (interest.includes(block)) {
        fields = fields.with(block, memberships(light.id(), block).roles());
      }
    }
    return fields;
  }

  /// Carries out what changes say of memberships, and then of a role that is taken away.
  public void write(FieldTable table, RemoteId id, List<FieldChange> changes, Ids ids) {
    MembershipWrites.run(table, changes, ids, block -> memberships(id, block));
    if (changes.stream().anyMatch(Access::takesRole)) {
      Writes.delete(() -> removeRole.accept(id.value()));
    }
  }

  private Memberships memberships(RemoteId id, String block) {
    String members = Objects.requireNonNull(blocks.get(block));
    return new Memberships(account.api(MembershipsApi.class), owners, id.value(), members);
  }
}
