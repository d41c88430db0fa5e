package dev.ftctl.export.copy;

import dev.ftctl.export.EnvNames;
import dev.ftctl.export.Spoken;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A connection as the account tells it: names for ids, a variable for what is masked.
public final class LiveConnector {

  private LiveConnector() {}

  /// @param ids of the account
  /// @param address of the copy's document, after which variables are called
  /// @param lives the connection, and its schema settings where they are to be in it
  /// @param used names of variables that are taken
  public static Original of(
      KindList kinds, Ids ids, Address address, List<Live> lives, Collection<String> used) {
    var inventory =
        new Inventory(
            lives.stream().map(live -> found(live, address)).toList(),
            ids,
            Inventory.Beside.NOTHING);
    AccountDocuments.Result result =
        AccountDocuments.of(kinds, inventory, List.of(), new EnvNames(used), kind -> false);
    var document = AccountDocuments.documents(result).getFirst();
    return new Original(
        Value.Mapping.EMPTY,
        (Value.Mapping) Spoken.plain(document.spec()),
        Value.Mapping.EMPTY,
        result.variables());
  }

  /// The connection goes by the copy's name; its part stands in the document of its owner.
  private static Found found(Live live, Address address) {
    Address own = address.withKind(live.kind());
    boolean isPart = !live.kind().equals(address.kind());
    return new Found(
        own,
        live,
        isPart
            ? Optional.empty()
            : Optional.of(
                new Resource(
                    own, Metadata.named(own.name()), Value.Mapping.EMPTY, SourceLocation.NONE)));
  }
}
