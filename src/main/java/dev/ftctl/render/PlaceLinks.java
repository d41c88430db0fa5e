package dev.ftctl.render;

import dev.ftctl.model.problem.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/// Where a forge shows the files of the repository, for places in its Markdown.
///
/// @param base of an address, ended by `/`; empty where there is no forge
/// @param fromTop the path of a file from the repository's top; empty for one outside
public record PlaceLinks(String base, Function<String, Optional<String>> fromTop) {

  public static final PlaceLinks NONE = new PlaceLinks("", file -> Optional.empty());

  private static final String PLAIN = "-._~/";

  /// The place as a link, or as code alone; nothing for one in no file.
  ///
  /// @param look of the place's text
  String of(SourceLocation place, String look) {
    if (base.isEmpty() || !place.isKnown()) {
      return look;
    }
    return fromTop
        .apply(place.file())
        .map(path -> "[" + look + "](" + base + encoded(path) + "#L" + place.line() + ")")
        .orElse(look);
  }

  private static String encoded(String path) {
    var encoded = new StringBuilder();
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean isPlain =
          letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
      encoded.append(isPlain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
    }
    return encoded.toString();
  }
}
