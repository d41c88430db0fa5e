package dev.ftctl.kind;

import dev.ftctl.fivetran.Account;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import java.util.List;
import java.util.Optional;

/// The facet of a kind whose documents can't be judged by themselves: what they name has a group,
/// which decides what else they mean, and the account knows what it would refuse.
public interface Vetted {

  /// Where `spec` names what its objects are of the group of. A bare name of an instance means the
  /// one in that group.
  FieldPath homedBy();

  /// What is wrong with changes, at the places of their documents.
  ///
  /// @param changes of this kind
  /// @param account asked only about what would be written
  List<Problem> wrong(List<Change> changes, Known known, Account account);

  /// What else is known.
  interface Known {

    /// The resource of an address, if a manifest describes it.
    Optional<Resource> wanted(Address address);

    /// The object of an address, if the account has it.
    Optional<Live> live(Address address);

    Ids ids();
  }
}
