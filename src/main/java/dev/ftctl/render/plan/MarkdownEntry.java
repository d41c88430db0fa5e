package dev.ftctl.render.plan;

import dev.ftctl.impact.Impact;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.render.English;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.MarkdownParts;
import dev.ftctl.render.PlaceLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One resource of a plan (or several folded ones) in a pull-request comment: a row of the table,
/// and a folded diff.
final class MarkdownEntry {

  private static final int MOST_TOUCHED = 3;
  private static final int LONGEST_SHOWN = 40;

  private final Fold fold;
  private final PlaceLinks links;

  MarkdownEntry(Fold fold, PlaceLinks links) {
    this.fold = fold;
    this.links = links;
  }

  PlanReport.Entry entry() {
    return fold.first();
  }

  /// What is told whatever the size of the plan: deletions, replacements, what is blocked, and what
  /// is let through although it is dangerous.
  boolean isDangerous() {
    return switch (entry().action()) {
      case DELETE, REPLACE -> true;
      case CREATE, UPDATE, MOVE, NONE ->
          !entry().blocks().isEmpty()
              || !entry().dangers().isEmpty()
              || !entry().reason().isEmpty();
    };
  }

  /// Dangerous rows stand first, those with a risk that is allowed next, notes last.
  int rank() {
    if (!entry().blocks().isEmpty()) {
      return 0;
    }
    if (isDangerous()) {
      return 1;
    }
    if (!entry().findings().risks().isEmpty()) {
      return 2;
    }
    return entry().action() == Action.NONE ? 4 : 3;
  }

  /// Lines for the list above the table, with the flag that lets through what is blocked; none for
  /// what is harmless.
  List<String> alerts() {
    PlanReport.Entry entry = entry();
    String address = "> - " + address(Markdown::code) + ": ";
    if (!entry.blocks().isEmpty()) {
      return entry.blocks().stream()
          .map(block ->
              address + "**blocked:** " + told(block.reason(), block.fix(), Markdown::prose) + "\n")
          .toList();
    }
    Stream<String> ends =
        switch (entry.action()) {
          case DELETE, REPLACE ->
              Stream.of(
                  entry.action().word()
                      + (entry.reason().isEmpty() ? "" : ", " + Markdown.text(entry.reason())));
          case CREATE, UPDATE, MOVE, NONE ->
              Stream.of(entry.reason()).filter(it -> !it.isEmpty()).map(Markdown::text);
        };
    return Stream.concat(ends, entry.dangers().stream().map(Markdown::text))
        .map(words -> address + words + "\n")
        .toList();
  }

  /// A line for the list of what is felt elsewhere; empty where nothing is.
  Optional<String> downstream() {
    Impact impact = entry().impact();
    return ImpactWords.isFelt(impact)
        ? Optional.of(
            "> - "
                + address(Markdown::code)
                + ": "
                + Markdown.text(ImpactWords.counts(impact))
                + "\n")
        : Optional.empty();
  }

  /// How many resources it stands for.
  int size() {
    return fold.entries().size();
  }

  /// `| ~ update, address | what happens, and why | source |`.
  String row() {
    String what =
        Stream.of(first(), fields(entry().findings().fields()), consequences())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("<br>"));
    return "| "
        + word()
        + "<br>"
        + address(Markdown::cell)
        + " | "
        + what
        + " | "
        + MarkdownParts.place(entry().place(), links)
        + " |";
  }

  private String word() {
    if (entry().action() != Action.NONE) {
      return Markdown.code(entry().action().symbol()) + " " + entry().action().word();
    }
    return entry().blocks().isEmpty() ? "note" : "blocked";
  }

  /// ` (sync_frequency 360 → 60)`, ` (config.host, paused)`: what an update touches, where that is
  /// little.
  String touched() {
    List<FieldChange> fields = entry().findings().fields();
    if (entry().action() != Action.UPDATE || fields.isEmpty() || fields.size() > MOST_TOUCHED) {
      return "";
    }
    String shown = fields.size() == 1 ? FieldText.shown(fields.getFirst()) : "";
    return shown.isEmpty() || shown.length() > LONGEST_SHOWN || shown.contains("\n")
        ? " ("
            + fields.stream()
                .map(field -> Markdown.code(field.path().toString()))
                .collect(Collectors.joining(", "))
            + ")"
        : " (" + Markdown.code(fields.getFirst().path() + " " + shown) + ")";
  }

  /// The row of a plan that is too large for more: no more than what happens to what.
  String shortRow() {
    return "| " + entry().action().word() + " " + address(Markdown::cell) + " | | |";
  }

  /// The fields as a folded diff; empty when there are none to show.
  String details() {
    List<String> lines = new ArrayList<>();
    entry().findings().fields().forEach(field -> lines.addAll(diff(field)));
    if (lines.isEmpty() && !ImpactWords.isFelt(entry().impact())) {
      return "";
    }
    if (ImpactWords.isFelt(entry().impact())) {
      lines.add("! " + ImpactWords.line(entry().impact()));
      ImpactWords.names(entry().impact()).forEach(names -> lines.add("!   " + names));
      entry().impact().notes().forEach(note -> lines.add("# " + note));
    }
    if (entry().findings().unchanged() > 0) {
      lines.add("# " + entry().findings().unchanged() + " unchanged");
    }
    String instances =
        fold.isFolded()
            ? " in "
                + fold.entries().stream()
                    .map(one -> one.address().instance())
                    .collect(Collectors.joining(" "))
            : "";
    String name = fold.isFolded() ? AddressPattern.instancesOf(entry().address()).text() : plain();
    return "<details><summary><code>"
        + Markdown.html(name)
        + "</code>"
        + Markdown.html(instances)
        + "</summary>\n\n"
        + Markdown.block("diff", lines)
        + "\n</details>\n";
  }

  private String plain() {
    return entry().address().toString();
  }

  private String address(UnaryOperator<String> look) {
    return fold.isFolded()
        ? look.apply(AddressPattern.instancesOf(entry().address()).text()) + " × " + size()
        : look.apply(plain());
  }

  /// What nobody may overlook.
  private String first() {
    Stream<String> blocks =
        entry().blocks().stream().map(block -> "**blocked:** " + told(block.reason(), block.fix()));
    Stream<String> dangers = entry().dangers().stream().map(it -> "**" + Markdown.text(it) + "**");
    Stream<String> impact =
        Stream.of(entry().impact())
            .filter(ImpactWords::isFelt)
            .map(felt -> "**" + Markdown.text(ImpactWords.line(felt)) + "**");
    return Stream.of(blocks, dangers, impact)
        .flatMap(part -> part)
        .collect(Collectors.joining("<br>"));
  }

  /// Each where there are few, else their names.
  private static String fields(List<FieldChange> fields) {
    if (fields.size() <= MOST_TOUCHED) {
      return fields.stream().map(MarkdownEntry::field).collect(Collectors.joining("<br>"));
    }
    String named =
        fields.stream()
            .limit(MOST_TOUCHED - 1)
            .map(field -> Markdown.cell(field.path().toString()))
            .collect(Collectors.joining(", "));
    return named + " and " + (fields.size() - MOST_TOUCHED + 1) + " more fields";
  }

  private static String field(FieldChange field) {
    String shown = FieldText.shown(field);
    return Markdown.cell(field.path().toString())
        + " "
        + Markdown.cell(shown.contains("\n") ? "(changed lines)" : shown);
  }

  private String consequences() {
    Findings findings = entry().findings();
    Stream<String> problems =
        findings.problems().stream()
            .filter(problem -> !problem.isError())
            .map(problem -> told(problem.message(), problem.fix()));
    Stream<String> risks =
        entry().blocks().isEmpty()
            ? findings.risks().stream()
                .filter(risk -> !risk.isNamed() && !risk.isTold())
                .map(risk ->
                    "risk "
                        + risk.risk().name().toLowerCase(Locale.ROOT)
                        + (risk.why().isEmpty() ? "" : ": " + Markdown.text(risk.why())))
            : Stream.of();
    Stream<String> reason = Stream.of(entry().reason()).map(Markdown::cellProse);
    Stream<String> notes =
        Stream.concat(findings.fields().stream().map(FieldChange::note), findings.notes().stream())
            .map(Markdown::cellProse);
    Stream<String> impact =
        Stream.of(entry().impact())
            .filter(it -> ImpactWords.isTold(it) && !ImpactWords.isFelt(it))
            .map(told -> Markdown.text(ImpactWords.line(told)));
    return Stream.of(problems, risks, reason, notes, impact)
        .flatMap(part -> part)
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String told(String message, String fix) {
    return told(message, fix, Markdown::cellProse);
  }

  private static String told(String message, String fix, UnaryOperator<String> look) {
    return look.apply(message) + (fix.isEmpty() ? "" : "; " + look.apply(fix));
  }

  /// `- path: from` and `+ path: to`, or a unified diff where a value holds several lines.
  private static List<String> diff(FieldChange field) {
    String path = English.printable(field.path().toString());
    String note = field.note().isEmpty() ? "" : "   # " + English.printable(field.note());
    return switch (field.effect()) {
      case SECRET -> List.of("! " + path + ": " + English.printable(FieldText.shown(field)) + note);
      case ADD -> List.of("+ " + path + ": " + English.printable(field.to()) + note);
      case REMOVE -> List.of("- " + path + ": " + English.printable(field.from()) + note);
      case SET, CLEAR, REPLACE -> {
        List<String> hunks = FieldText.hunks(field);
        if (!hunks.isEmpty()) {
          var lines = new ArrayList<String>();
          lines.add("  " + path + ":" + note);
          lines.addAll(hunks);
          yield lines;
        }
        String to = "+ " + path + ": " + English.printable(field.to()) + note;
        yield field.before().isAbsent()
            ? List.of(to)
            : List.of("- " + path + ": " + English.printable(field.from()), to);
      }
    };
  }
}
