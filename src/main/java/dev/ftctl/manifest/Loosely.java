package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What manifests come to, as far as they can be read: for telling whether an edit changes it.
///
/// @param problems that stop a proper reading, without places, sorted
public record Loosely(Map<Address, Resource> resources, List<String> problems) {

  public Loosely {
    resources = Map.copyOf(resources);
    problems = List.copyOf(problems);
  }

  public static Loosely read(ReadRequest request, KindList kinds) {
    try {
      ParsedFiles parsed = ParsedFiles.of(request);
      var reading = new ProjectReading(request, kinds, parsed);
      Map<Address, Resource> resources = new HashMap<>();
      for (Bound bound : reading.described().bounds()) {
        resources.put(bound.resource().address(), bound.resource());
      }
      List<String> problems =
          reading.problems().sorted(false).stream()
              .filter(Problem::isError)
              .map(problem -> problem.subject() + ": " + problem.message())
              .sorted()
              .toList();
      return new Loosely(resources, problems);
    } catch (UnknownPathException missing) {
      return new Loosely(Map.of(), List.of(String.valueOf(missing.getMessage())));
    }
  }
}
