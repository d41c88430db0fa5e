package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.value.Mark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Computes calls. What an argument lacks, the result lacks; where an argument came from, the
/// result came from, so that a secret in capitals is still one. What could tell a foreign text by
/// what is left of it is marked as altered.
///
/// @param now the moment of the run
record Evaluation(Instant now) {

  private static final int LONGEST_PUT = 100;

  /// Fills in one argument.
  interface Filling {
    Filled text(TextPart part);

    /// The texts of an argument that is a list.
    List<Filled> list(TextPart part);
  }

  Filled of(TextPart.Call call, Filling filling) {
    if (call.function().isList()) {
      return missing(
          call.function().word() + " makes a list, where a text is needed", "join it again");
    }
    if (call.function() == PureFunction.JOIN) {
      Filled separator = filling.text(call.arguments().get(1));
      List<Filled> items = filling.list(call.arguments().getFirst());
      String joined = String.join(separator.text(), items.stream().map(Filled::text).toList());
      var all = new ArrayList<>(items);
      all.add(separator);
      return combined(all, bounded(joined, mark(all)));
    }
    List<Filled> arguments = call.arguments().stream().map(filling::text).toList();
    if (call.function() == PureFunction.DEFAULT) {
      return withDefault(arguments.getFirst(), arguments.getLast());
    }
    if (arguments.stream().anyMatch(argument -> !argument.isKnown())) {
      return combined(arguments, "");
    }
    return computed(call.function(), arguments);
  }

  /// The parts of a text; itself where the separator is empty.
  static List<String> split(String text, String separator) {
    return text.isEmpty()
        ? List.of()
        : separator.isEmpty()
            ? List.of(text)
            : Pattern.compile(Pattern.quote(separator))
                .splitAsStream(text)
                .map(String::strip)
                .toList();
  }

  private static Filled withDefault(Filled first, Filled second) {
    Filled chosen = first.isEmptyText() || NotSet.isCovered(first) ? second : first;
    Mark mark = first.mark().and(chosen.mark());
    return new Filled(chosen.text(), false, mark, chosen.missing(), chosen.whole());
  }

  private Filled computed(PureFunction function, List<Filled> arguments) {
    String text = arguments.getFirst().text();
    return switch (function) {
      case LOWER -> combined(arguments, text.toLowerCase(Locale.ROOT));
      case UPPER -> combined(arguments, text.toUpperCase(Locale.ROOT));
      case TRIM -> combined(arguments, text.strip());
      case SHA256 -> combined(arguments, sha256(text));
      case REPLACE -> replaced(arguments);
      case DATE -> date(arguments, text, arguments.get(1).text());
      case SPLIT, JOIN, COMPACT, DEFAULT -> combined(arguments, text);
    };
  }

  private static Filled replaced(List<Filled> arguments) {
    Mark mark = mark(arguments).altered();
    String target = arguments.get(1).text();
    String other = arguments.get(2).text();
    if (arguments.get(1).isEmptyText()) {
      return missing("replace looks for an empty text", "name the text to replace");
    }
    if (mark.isForeign() && (arguments.get(2).mark().isForeign() || other.length() > LONGEST_PUT)) {
      return missing(
          "replace puts a short text of the manifest in the place of a part of " + mark.source(),
          "write at most " + LONGEST_PUT + " characters");
    }
    String text = arguments.getFirst().text();
    return combined(arguments, bounded(text.replace(target, other), mark)).from(mark);
  }

  /// Whether a foreign text grows too long tells what it holds, so it is cut without a word.
  private static String bounded(String text, Mark mark) {
    return mark.isAltered() && text.length() > Lookup.LONGEST
        ? text.substring(0, Lookup.LONGEST)
        : text;
  }

  private Filled date(List<Filled> arguments, String pattern, String zone) {
    Mark mark = mark(arguments);
    if (mark.isForeign()) {
      return missing(
          "date takes no pattern or time zone from " + mark.source(),
          "write " + PureFunction.DATE.usage());
    }
    try {
      var format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneId.of(zone));
      return combined(arguments, format.format(now));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return missing(
          "date takes a pattern and a time zone, not '"
              + Types.excerpt(pattern)
              + "' and '"
              + Types.excerpt(zone)
              + "'",
          "write " + PureFunction.DATE.usage());
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static Filled combined(List<Filled> arguments, String text) {
    var missing = new ArrayList<Filled.Missing>();
    arguments.forEach(argument -> missing.addAll(argument.missing()));
    return new Filled(text, false, mark(arguments), missing);
  }

  private static Mark mark(List<Filled> arguments) {
    return arguments.stream().map(Filled::mark).reduce(Mark.NONE, Mark::and);
  }

  private static Filled missing(String message, String fix) {
    return Filled.missing(Mark.NONE, new Filled.Missing("bad-call", message, fix, false));
  }
}
