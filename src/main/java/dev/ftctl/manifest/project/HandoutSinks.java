package dev.ftctl.manifest.project;

import dev.ftctl.model.problem.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// `handouts:` of the project file: where goes what Fivetran tells once.
///
/// @param sinks by the name that `metadata.handout` says
/// @param refused names of those that are described wrongly, which is told where they are
/// @param reserve the folder that keeps it until the sink has it, as written; empty when not said
public record HandoutSinks(SequencedMap<String, Sink> sinks, Set<String> refused, String reserve) {

  public static final HandoutSinks NONE = new HandoutSinks(new LinkedHashMap<>(), Set.of(), "");

  /// One of them.
  ///
  /// @param place of its name
  public record Sink(Form form, SourceLocation place) {}

  /// What takes it.
  public sealed interface Form {

    /// A file for each object.
    ///
    /// @param path relative to the project file's folder; `${slug}` and `${name}` in it are those
    ///   of the object
    record OfFile(String path) implements Form {}

    /// A program that is given it on its standard input.
    record OfCommand(List<String> words) implements Form {
      public OfCommand {
        words = List.copyOf(words);
      }
    }
  }

  public HandoutSinks {
    sinks = new LinkedHashMap<>(sinks);
    refused = Set.copyOf(refused);
  }

  /// Whether there is one of that name, described rightly or wrongly.
  public boolean has(String name) {
    return sinks.containsKey(name) || refused.contains(name);
  }

  public Optional<Sink> named(String name) {
    return Optional.ofNullable(sinks.get(name));
  }
}
