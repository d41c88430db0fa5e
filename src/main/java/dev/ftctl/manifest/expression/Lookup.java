package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.value.Mark;
import dev.ftctl.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/// Fills references in. What is not there is told by the result and reported by who asked, since a
/// secret may be missing until it is sent; what is wrong however it is used (a cycle of variables)
/// is reported here.
public final class Lookup {

  /// A text longer than this can only come from variables that repeat one another.
  static final int LONGEST = 1024 * 1024;

  private static final int MOST_FOREIGN = 16;

  private final Variables variables;
  private final EnvironmentTexts environment;
  private final FileTexts files;
  private final SecretStore secrets;
  private final Evaluation evaluation;
  private final ForeignTexts foreign;
  private final Map<Known, Filled> known = new ConcurrentHashMap<>();
  private final FilledIn filledIn = new FilledIn();

  private static final Filled.Missing UNSET =
      new Filled.Missing(
          "wrong-type", "${unset} takes a field back, and this is none", "write a text", false);

  private record Known(String variable, String group, boolean isRevealing) {}

  public Lookup(
      Variables variables,
      EnvironmentTexts environment,
      FileTexts files,
      SecretStore secrets,
      Instant now) {
    this.variables = variables;
    this.environment = environment;
    this.files = files;
    this.secrets = secrets;
    this.evaluation = new Evaluation(now);
    this.foreign = secrets.foreign();
  }

  private Lookup(Lookup other) {
    this.variables = other.variables;
    this.environment = other.environment;
    this.files = other.files;
    this.secrets = other.secrets;
    this.evaluation = other.evaluation;
    this.foreign = other.foreign;
  }

  /// The same, counting what it fills in for itself.
  public Lookup apart() {
    return new Lookup(this);
  }

  /// Counts what was filled in [#apart], unless it is too much.
  public boolean adds(Lookup apart) {
    return filledIn.adds(apart.filledIn);
  }

  public FileTexts files() {
    return files;
  }

  public SecretStore secrets() {
    return secrets;
  }

  public Variables variables() {
    return variables;
  }

  ForeignTexts foreign() {
    return foreign;
  }

  /// @param around the instance of a fan-out that the scalar is read for
  public Filled fill(Node.Scalar scalar, InstanceContext around, Report report) {
    return PartReader.hasReference(scalar)
        ? fill(scalar, around, report, new LinkedHashSet<>())
        : literal(scalar, around);
  }

  private Filled literal(Node.Scalar scalar, InstanceContext around) {
    var filled = Filled.from(scalar.mark(), scalar.text(), scalar.isPlain());
    filledIn.add(scalar, filled, around.each().all());
    return filled;
  }

  Filled fill(
      Node.Scalar scalar, InstanceContext around, Report report, SequencedSet<String> open) {
    Filled filled = filled(scalar, around, report, open);
    filledIn.add(scalar, filled, around.each().all());
    return filled;
  }

  private Filled filled(
      Node.Scalar scalar, InstanceContext around, Report report, SequencedSet<String> open) {
    List<TextPart> parts = PartReader.read(scalar, report);
    if (parts.size() == 1) {
      Filled whole = one(parts.getFirst(), scalar, around, report, open);
      return whole.from(scalar.mark().and(whole.mark()));
    }
    var text = new StringBuilder();
    Mark mark = scalar.mark();
    int foreignParts = 0;
    var missing = new ArrayList<Filled.Missing>();
    for (TextPart part : parts) {
      Filled filled = one(part, scalar, around, report, open);
      text.append(filled.text());
      mark = mark.and(filled.mark());
      missing.addAll(filled.missing());
      foreignParts += filled.mark().isForeign() ? 1 : 0;
      if (mark.isForeign() ? foreignParts > MOST_FOREIGN : text.length() > LONGEST) {
        missing.add(tooLong(mark));
        break;
      }
    }
    return new Filled(text.toString(), scalar.isPlain(), mark, missing);
  }

  /// How long a foreign text is, is told nowhere.
  private static Filled.Missing tooLong(Mark mark) {
    String message =
        mark.isForeign()
            ? "more than " + MOST_FOREIGN + " texts of " + mark.source() + " stand in one"
            : "the text has more than 1 MB once its references are filled in";
    return new Filled.Missing("too-long", message, "", false);
  }

  /// Whether a scalar says that its field is to be left out: `${unset}`, or `${default(x, unset)}`
  /// where `x` is not set.
  public boolean isLeftOut(Node.Scalar scalar, InstanceContext around) {
    return scalar.text().contains("unset")
        && PartReader.hasReference(scalar)
        && fill(scalar, around, Report.muted()).isLeftOut();
  }

  /// Whether what a source names outside of the repository is there to be sent.
  public boolean isThere(String source) {
    return files.isThere(source);
  }

  /// One reference of a scalar, looked at without complaint.
  Filled part(TextPart part, Node.Scalar scalar, InstanceContext around) {
    return one(part, scalar, around, Report.muted(), new LinkedHashSet<>());
  }

  Filled one(
      TextPart part,
      Node.Scalar scalar,
      InstanceContext around,
      Report report,
      SequencedSet<String> open) {
    return switch (part) {
      case TextPart.Literal literal -> Filled.literal(literal.text(), scalar.isPlain());
      case TextPart.Var variable -> variable(variable.name(), scalar, around, report, open);
      case TextPart.Env env -> environment.text(env);
      case TextPart.FileText file -> fileText(file, scalar, around);
      case TextPart.SecretName secret -> secrets.text(secret.name(), around.isRevealing());
      case TextPart.EachOf each -> each(each.path(), around, report, open);
      case TextPart.Call call ->
          evaluation.of(call, new Arguments(this, scalar, around, report, open));
      case TextPart.FileTree file -> structure("a structure stands here, where a text is needed");
      case TextPart.Unset unset -> Filled.leftOut(UNSET);
      case TextPart.Group group -> around.group();
      case TextPart.GroupLabel label -> around.label(label.label());
      case TextPart.Broken broken ->
          Filled.missing(Mark.NONE, new Filled.Missing("bad-reference", "", "", true));
    };
  }

  /// A list that a call makes, each of its texts with what it came from.
  List<Filled> listed(
      TextPart.Call call, Node.Scalar scalar, InstanceContext around, Report report) {
    return new Arguments(this, scalar, around, report, new LinkedHashSet<>()).list(call);
  }

  private Filled each(
      String path, InstanceContext around, Report report, SequencedSet<String> open) {
    Each each = around.each();
    if (each.isNothing()) {
      return Filled.missing(
          Mark.NONE,
          new Filled.Missing(
              "no-each", "'${each.…}' means something only under 'for_each'", "", false));
    }
    Optional<Node> node = each.find(path);
    if (node.isEmpty() && each.isTorn() || node.orElse(null) instanceof Node.Refused) {
      return Filled.missing(Mark.NONE, new Filled.Missing(ForeignTexts.RULE, "", "", true));
    }
    if (node.isEmpty()) {
      return each.isKnown(path)
          ? each.notSet(path, "is missing")
          : Filled.missing(Mark.NONE, each.undefined(path));
    }
    if (!(node.get() instanceof Node.Scalar scalar)) {
      return structure("'${each." + path + "}' is " + node.get().what() + ", not a text");
    }
    if (scalar.isNull() || scalar.text().isEmpty()) {
      return each.notSet(path, scalar.isNull() ? "is null" : "is empty");
    }
    return each.isData()
        ? Filled.from(Mark.of(each.source()), scalar.text(), scalar.isPlain())
        : fill(scalar, around.withoutEach(), report, open);
  }

  private Filled fileText(TextPart.FileText file, Node.Scalar use, InstanceContext around) {
    String shown = use.place().file();
    String path = file.path();
    String source = "file:" + path;
    Mark mark = foreign.ofFile(files.file(shown, path), source);
    Filled text =
        around.isRevealing() ? files.secret(shown, path, mark) : files.text(shown, path, mark);
    if (around.isRevealing() && secrets.rehearses() && !text.isKnown()) {
      return Filled.from(mark, Rehearsed.text(path), false);
    }
    return text.isKnown() && text.text().isEmpty()
        ? NotSet.source(text.mark(), source, "write the text into the file")
        : text;
  }

  static Filled structure(String message) {
    return Filled.missing(Mark.NONE, new Filled.Missing("wrong-type", message, "", false));
  }

  private Filled variable(
      String name,
      Node.Scalar use,
      InstanceContext around,
      Report report,
      SequencedSet<String> open) {
    if (!open.add(name)) {
      return cycle(name, use, report, open);
    }
    var key = new Known(name, around.name(), around.isRevealing());
    Filled filled = known.get(key);
    if (filled == null) {
      filled = define(name, around.withoutEach(), report, open);
      known.put(key, filled);
    }
    open.remove(name);
    return filled;
  }

  private Filled define(
      String name, InstanceContext around, Report report, SequencedSet<String> open) {
    Node node = variables.find(name).orElse(null);
    if (node == null) {
      return Filled.missing(Mark.of("var:" + name), variables.undefined(name));
    }
    if (!(node instanceof Node.Scalar scalar)) {
      return Filled.missing(
          Mark.of("var:" + name),
          new Filled.Missing(
              "variable-type",
              "the variable '" + name + "' is " + node.what() + ", where a text is needed",
              "",
              false));
    }
    if (scalar.isNull() && !variables.isGiven(name)) {
      return NotSet.entry(
          Mark.of("var:" + name), "the variable '" + name + "' is null", "var:" + name);
    }
    if (variables.isGiven(name)) {
      return Filled.from(Mark.of("var:" + name), scalar.text(), true);
    }
    Filled inner = fill(scalar, around, report, open);
    return inner.mark().equals(Mark.NONE) ? inner.from(Mark.of("var:" + name)) : inner;
  }

  private static Filled cycle(
      String name, Node.Scalar use, Report report, SequencedSet<String> open) {
    List<String> way = new ArrayList<>(open);
    way = new ArrayList<>(way.subList(way.indexOf(name), way.size()));
    way.add(name);
    report.error(
        use.place(),
        "variable-cycle",
        "variables refer to each other in a circle: " + String.join(" → ", way),
        "");
    return Filled.missing(
        Mark.of("var:" + name), new Filled.Missing("variable-cycle", "", "", true));
  }
}
