package dev.ftctl.manifest.project;

import dev.ftctl.model.problem.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// `handouts:` of the project file: where goes what Fivetran tells once.
///
/// @param sinks by the name that `metadata.handout` says
/// @param reserve the folder that keeps it until the sink has it, as written; empty when not said
public record HandoutSinks(SequencedMap<String, Sink> sinks, String reserve) {

  public static final HandoutSinks NONE = new HandoutSinks(new LinkedHashMap<>(), "");

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
  }

  public Optional<Sink> named(String name) {
    return Optional.ofNullable(sinks.get(name));
  }
}
