package dev.ftctl.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What `init` has written, and what to do next.
public final class StarterText {

  private StarterText() {}

  /// @param folder as the user wrote it
  public static String of(List<String> files, String folder) {
    var text = new StringBuilder("Written:\n");
    files.forEach(file -> text.append("  ").append(file).append('\n'));
    boolean isHere = folder.equals(".");
    return text.append(isHere ? "\nNext:\n" : "\nNext, in " + English.printable(folder) + ":\n")
        .append(
            "  ftctl apply --sandbox   # on a simulated account: nothing leaves this computer\n")
        .append("  ftctl plan              # against Fivetran, once the manifests are yours\n")
        .toString();
  }

  public static String json(List<String> files) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-init/v1");
    json.set("written", Json.texts(files));
    return Json.text(json);
  }
}
