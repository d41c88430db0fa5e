package dev.ftctl.accept;

import dev.ftctl.accept.Accepted.Copy;
import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Trial.Tried;
import dev.ftctl.drift.Drift;
import dev.ftctl.kind.facet.OfFile;
import dev.ftctl.manifest.Loosely;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which files of the repository may become what the account has: those of which everybody who
/// names them wants the same.
final class FileWishes {

  private final Voices voices;
  private final Trial trial;
  private final List<Copy> copies = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();

  FileWishes(Voices voices, Trial trial) {
    this.voices = voices;
    this.trial = trial;
  }

  /// @param drifts in the content of files
  FileWishes of(List<Drift> drifts) {
    if (!drifts.isEmpty()) {
      Tried now = trial.with(Map.of());
      for (Drift drift : drifts) {
        add(drift, drifts, now);
      }
    }
    return this;
  }

  List<Copy> copies() {
    return copies;
  }

  List<Left> left() {
    return left;
  }

  private void add(Drift drift, List<Drift> drifts, Tried now) {
    Address address = drift.subject().address();
    OfFile facet = voices.kind(address).ofFile().orElseThrow();
    String path = path(voices.resource(address), facet);
    Optional<String> why =
        path.isEmpty()
            ? Optional.of("its file is not here: build it, or name one")
            : others(address, path, facet, now.here(), drifts, drift)
                .or(() -> elsewhere(address, path, facet, now.elsewhere()));
    why.ifPresentOrElse(
        reason -> left.add(new Left(drift, reason)),
        () ->
            copies.add(
                new Copy(
                    drift,
                    path,
                    trial.shown(path),
                    voices.resource(address).orElseThrow().spec().text(facet.hash()))));
  }

  /// What others have of the same file, and are not to take from the account as well.
  private static Optional<String> others(
      Address own,
      String path,
      OfFile facet,
      Map<Address, Resource> all,
      List<Drift> drifts,
      Drift wish) {
    return all.entrySet().stream()
        .filter(one -> one.getKey().kind().equals(own.kind()) && !one.getKey().equals(own))
        .filter(one -> path(Optional.of(one.getValue()), facet).equals(path))
        .map(Map.Entry::getKey)
        .filter(other -> drifts.stream().noneMatch(drift -> isSame(drift, other, wish)))
        .sorted()
        .map(other -> "its file is that of " + other + ", too: give one of them a file of its own")
        .findFirst();
  }

  private static boolean isSame(Drift drift, Address address, Drift wish) {
    return drift.subject().address().equals(address)
        && Objects.equals(drift.live().value(), wish.live().value());
  }

  private static Optional<String> elsewhere(
      Address own, String path, OfFile facet, Map<String, Loosely> environments) {
    return environments.entrySet().stream()
        .filter(environment ->
            environment.getValue().resources().entrySet().stream()
                .filter(one -> one.getKey().kind().equals(own.kind()))
                .anyMatch(one -> path(Optional.of(one.getValue()), facet).equals(path)))
        .map(Map.Entry::getKey)
        .sorted()
        .map(name ->
            "its file is that of the environment "
                + name
                + ", too: give this one a file of its own")
        .findFirst();
  }

  private static String path(Optional<Resource> resource, OfFile facet) {
    return resource.map(one -> one.spec().text(facet.path())).orElse("");
  }
}
