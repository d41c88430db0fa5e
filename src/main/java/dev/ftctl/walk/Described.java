package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import java.util.List;
import java.util.Optional;

/// What manifests say of the objects that a verb is about: what they are called. A verb works
/// without any, and, for what is named by its id, beside broken ones: whoever has to pause a
/// connection at night can't mend a manifest first.
///
/// @param project the project file's settings, its defaults where there is none
/// @param resources what the manifests describe; nothing where they are broken
/// @param broken why they can't be read
public record Described(
    Project project, List<Resource> resources, Optional<ManifestException> broken) {

  public Described {
    resources = List.copyOf(resources);
  }

  /// @throws dev.ftctl.model.RefusedException when the project is pinned to another account
  public void requireAccount(Account account) {
    Pin.checked(project, account);
  }

  /// @throws ManifestException when the project file itself is wrong, which says whose account it
  ///   is
  public static Described of(ReadRequest request, KindList kinds) {
    Project project = Manifests.project(request, kinds);
    try {
      return new Described(project, Manifests.read(request, kinds).resources(), Optional.empty());
    } catch (ManifestException broken) {
      return new Described(project, List.of(), Optional.of(broken));
    } catch (UnknownPathException none) {
      if (project.file().isEmpty()) {
        return new Described(project, List.of(), Optional.empty());
      }
      throw none;
    }
  }
}
