package dev.ftctl.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `init` has written, and what to do next.
public final class StarterText {

  private StarterText() {}

  /// How the starter joined what stood in a folder.
  ///
  /// @param written new files
  /// @param added lines that files gained, by file
  /// @param left files that stay as they were, each with what to add to it; empty where nothing is
  ///   missed
  public record Merged(
      List<String> written, Map<String, List<String>> added, Map<String, String> left) {
    public Merged {
      written = List.copyOf(written);
    }
  }

  /// @param folder as the user wrote it
  /// @param isToTry whether it holds manifests to try
  public static String of(Merged merged, String folder, boolean isToTry) {
    var lines = new ArrayList<String>();
    if (!merged.written().isEmpty()) {
      lines.add("Written:");
      merged.written().forEach(file -> lines.add("  " + English.printable(file)));
    }
    merged
        .added()
        .forEach((file, added) -> {
          lines.add("Added to " + file + ":");
          added.forEach(line -> lines.add("  " + line));
        });
    List<String> same =
        merged.left().entrySet().stream()
            .filter(file -> file.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    if (!same.isEmpty()) {
      lines.add("Left as they are:");
      same.forEach(file -> lines.add("  " + English.printable(file)));
    }
    merged
        .left()
        .forEach((file, missing) -> {
          if (!missing.isEmpty()) {
            lines.add("Left as it is: " + file + ". Add to it what it lacks of:");
            missing.lines().forEach(line -> lines.add("  " + line));
          }
        });
    if (lines.isEmpty()) {
      lines.add("Nothing to write: all of it is there.");
    }
    next(lines, merged, folder, isToTry);
    return Lines.of(lines);
  }

  private static void next(List<String> lines, Merged merged, String folder, boolean isToTry) {
    lines.add("");
    lines.add(folder.equals(".") ? "Next:" : "Next, in " + English.printable(folder) + ":");
    if (isToTry) {
      lines.add("  ftctl check             # tests of the manifests, on a simulated account");
      lines.add("  ftctl apply --sandbox   # on a simulated account: nothing leaves this computer");
      lines.add("  ftctl plan              # against Fivetran, once the manifests are yours");
    } else {
      if (merged.written().contains("manifests/README.md")) {
        lines.add(
            "  ftctl export -o .       # what the account has, as manifests; nothing is changed");
      }
      lines.add("  ftctl validate          # the manifests, offline");
      lines.add("  ftctl plan              # what they would change in Fivetran");
    }
  }

  /// @param export what an export into it printed; empty where there was none
  public static String json(Merged merged, Optional<String> export) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-init/v1");
    json.set("written", Json.texts(merged.written()));
    ArrayNode added = json.putArray("added");
    merged
        .added()
        .forEach(
            (file, lines) -> added.addObject().put("file", file).set("lines", Json.texts(lines)));
    ArrayNode left = json.putArray("left");
    merged
        .left()
        .forEach((file, missing) -> left.addObject().put("file", file).put("add", missing));
    export.ifPresent(printed -> json.set("export", Json.read(printed)));
    return Json.text(json);
  }
}
