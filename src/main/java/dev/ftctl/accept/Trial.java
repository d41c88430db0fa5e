package dev.ftctl.accept;

import dev.ftctl.drift.Drift;
import dev.ftctl.manifest.Loosely;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the manifests as they would be.
public interface Trial {

  /// @param files the texts of those that are changed or new, by canonical path
  Tried with(Map<String, String> files);

  /// What a file says now; empty where there is none, or it is no UTF-8.
  Optional<String> text(String file);

  /// Whether there is something at a path already.
  boolean isTaken(String file);

  String canonical(String shown);

  String shown(String canonical);

  /// What came of a reading.
  ///
  /// @param broken what is wrong with it; then there is nothing else
  /// @param here what is described for the account that is looked at
  /// @param elsewhere what is described in other environments, by their names
  /// @param drifts in what the account differs then
  /// @param refusals of the project's policies, without places
  record Tried(
      List<Problem> broken,
      Map<Address, Resource> here,
      Map<String, Loosely> elsewhere,
      List<Drift> drifts,
      Set<String> refusals) {

    public Tried {
      broken = List.copyOf(broken);
      here = Map.copyOf(here);
      elsewhere = Map.copyOf(elsewhere);
      drifts = List.copyOf(drifts);
      refusals = Set.copyOf(refusals);
    }

    public static Tried broken(List<Problem> problems) {
      return new Tried(problems, Map.of(), Map.of(), List.of(), Set.of());
    }
  }
}
