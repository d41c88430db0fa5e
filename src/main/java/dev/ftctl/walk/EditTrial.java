package dev.ftctl.walk;

import dev.ftctl.accept.Trial;
import dev.ftctl.drift.Survey;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Loosely;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads a project as edits would leave it, in every environment, and compares it with the account
/// that was read before.
///
/// @param request of the run
/// @param tree its files
/// @param again compares other manifests with the same account
public record EditTrial(
    ReadRequest request, KeptTree tree, KindList kinds, Function<Desired, Survey> again)
    implements Trial {

  @Override
  public Tried with(Map<String, String> files) {
    Map<String, byte[]> bytes = new HashMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    ReadRequest edited = request.of(tree.with(bytes)).forAccount();
    Desired here;
    try {
      here = Manifests.read(edited, kinds).settled();
    } catch (ManifestException broken) {
      return Tried.broken(broken.problems());
    } catch (UnknownPathException missing) {
      return Tried.broken(List.of(problem(missing)));
    }
    Map<Address, Resource> resources = new HashMap<>();
    here.resources().forEach(resource -> resources.put(resource.address(), resource));
    Map<String, Loosely> elsewhere = new HashMap<>();
    String name = here.project().environment().name();
    here.project().environment().all().stream()
        .filter(other -> !other.equals(name))
        .forEach(
            other -> elsewhere.put(other, Loosely.read(edited.unchangedToo().in(other), kinds)));
    Set<String> refusals =
        new PolicyCheck(here, kinds, request.now())
            .offline().problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.subject() + ": " + problem.message())
                .collect(Collectors.toSet());
    return new Tried(List.of(), resources, elsewhere, again.apply(here).drifts(), refusals);
  }

  private static Problem problem(UnknownPathException missing) {
    return Problem.error(
        SourceLocation.NONE, "missing-file", "", String.valueOf(missing.getMessage()), "");
  }

  @Override
  public Optional<String> text(String file) {
    return tree.read(file).flatMap(EditTrial::decoded);
  }

  @Override
  public boolean isTaken(String file) {
    return tree.at(file) != FileTree.Found.NOTHING;
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  @Override
  public String canonical(String shown) {
    return tree.canonical(shown);
  }

  @Override
  public String shown(String canonical) {
    return tree.shown(canonical);
  }
}
