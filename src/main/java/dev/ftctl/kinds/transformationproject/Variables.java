package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.CONFIG;
import static dev.ftctl.kinds.transformationproject.ProjectFields.VARIABLES;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The environment of dbt: `NAME: value` to ftctl, a list of `NAME=value` to the API.
final class Variables {

  private static final String RULE = "dbt-variable";
  private static final String PREFIX = "DBT_";
  private static final String HIDDEN = "(secret)";

  /// What confidential variables are called; `DBT_ENV_SECRET_` is dbt's own word for them.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(^|_)(secrets?|passw(or)?d|passphrase|pass|pwd?|pw|tokens?|auth|creds?|credentials?"
              + "|(api|access|private|secret)?keys?)(_|$)");

  private Variables() {}

  /// An object's fields with the variables by name; texts all of them.
  static Value.Mapping byName(Value.Mapping fields) {
    Value said = fields.mapping(CONFIG).get(VARIABLES);
    if (said instanceof Value.Items list) {
      return inside(fields, ofList(list));
    }
    return said instanceof Value.Mapping mapping ? inside(fields, texts(mapping)) : fields;
  }

  /// A body with the variables as the API takes them; a secret is looked up where it is sent.
  static Value.Mapping asList(Value.Mapping body) {
    if (!(body.mapping(CONFIG).get(VARIABLES) instanceof Value.Mapping variables)) {
      return body;
    }
    var lines = new ArrayList<Value>();
    variables
        .entries()
        .forEach((name, value) -> {
          if (!(value instanceof Value.Null)) {
            lines.add(line(name, value));
          }
        });
    return inside(body, Value.items(lines));
  }

  /// A body without the variables that a spec does not name: it lays one over the live object.
  static Value.Mapping only(Value.Mapping body, Value.Mapping spec) {
    Value.Mapping said = spec.mapping(CONFIG).mapping(VARIABLES);
    if (!(body.mapping(CONFIG).get(VARIABLES) instanceof Value.Mapping variables)) {
      return body;
    }
    Value.Mapping left = variables;
    for (String name : variables.entries().keySet()) {
      left = said.get(name).isAbsent() ? left.without(name) : left;
    }
    return inside(body, left);
  }

  /// The spec with a null for each variable that only the account has: the list is complete.
  static Value.Mapping complete(Value.Mapping spec, Value.Mapping live) {
    if (!(spec.mapping(CONFIG).get(VARIABLES) instanceof Value.Mapping said)) {
      return spec;
    }
    Value.Mapping all = said;
    for (String name : live.mapping(CONFIG).mapping(VARIABLES).entries().keySet()) {
      if (all.get(name).isAbsent()) {
        all = all.with(name, Value.nothing());
      }
    }
    return inside(spec, all);
  }

  /// Changes of variables as plans print them: a value that is confidential was so before, and what
  /// only the account has goes.
  static List<FieldChange> shown(List<FieldChange> changes) {
    return changes.stream().map(Variables::shown).toList();
  }

  private static FieldChange shown(FieldChange change) {
    if (!isVariable(change.path())) {
      return change;
    }
    boolean isSource = change.after().origin().printsAsSource();
    boolean isConfidential = isSource || isNamedSecret(change.path().leaf());
    String from = change.before().isBlank() ? change.from() : HIDDEN;
    String to = isSource || change.after().isBlank() ? change.to() : HIDDEN;
    FieldChange shown = isConfidential ? hidden(change).worded(from, to) : change;
    return shown.after() instanceof Value.Null && shown.after().origin().equals(Origin.LIVE)
        ? shown.worded(shown.from(), Value.ABSENT.display())
        : shown;
  }

  /// Without what the account has.
  private static FieldChange hidden(FieldChange change) {
    Value before = change.before().isBlank() ? change.before() : Value.text(HIDDEN);
    return new FieldChange(
        change.path(),
        before,
        change.after(),
        change.from(),
        change.to(),
        change.effect(),
        change.note(),
        change.written());
  }

  private static boolean isVariable(FieldPath path) {
    return path.segments().size() > 2 && path.segments().get(1).equals(VARIABLES);
  }

  /// Whether a field is a variable that is called like something confidential.
  static boolean isConfidential(FieldPath path) {
    return isVariable(path) && isNamedSecret(path.leaf());
  }

  /// The fields of a live project without what is confidential.
  static Value.Mapping printable(Value.Mapping live) {
    if (!(live.mapping(CONFIG).get(VARIABLES) instanceof Value.Mapping variables)) {
      return live;
    }
    Value.Mapping shown = variables;
    for (String name : variables.entries().keySet()) {
      shown = isNamedSecret(name) ? shown.with(name, Value.text(HIDDEN)) : shown;
    }
    return inside(live, shown);
  }

  /// Whether a variable is called like something confidential.
  static boolean isNamedSecret(String name) {
    return SECRET.matcher(name).find();
  }

  /// Names that Fivetran refuses.
  static List<Problem> check(Resource wanted) {
    var problems = new ArrayList<Problem>();
    Value said = wanted.spec().mapping(CONFIG).get(VARIABLES);
    if (said instanceof Value.Mapping variables) {
      variables
          .entries()
          .keySet()
          .forEach(name -> check(wanted, name, variables.placeOf(name), problems));
    }
    if (said instanceof Value.Items lines) {
      for (Value line : lines.items()) {
        check(wanted, name(line), line.origin().place(), problems);
        if (!line.asText().contains("=")) {
          problems.add(
              Problem.error(
                  line.origin().place(),
                  RULE,
                  wanted.address().toString(),
                  "an environment variable is NAME=value, or stands in a mapping",
                  "write " + name(line) + "=…"));
        }
      }
    }
    return problems;
  }

  private static void check(
      Resource wanted, String name, SourceLocation place, List<Problem> into) {
    if (!name.startsWith(PREFIX)) {
      into.add(
          Problem.error(
              place,
              RULE,
              wanted.address().toString(),
              "the environment variable '" + name + "' does not begin with " + PREFIX,
              "call it " + PREFIX + name + ", which dbt reads with env_var"));
    }
  }

  private static Value.Mapping inside(Value.Mapping fields, Value variables) {
    return fields.with(CONFIG, fields.mapping(CONFIG).with(VARIABLES, variables));
  }

  private static Value.Mapping ofList(Value.Items list) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, SourceLocation> places = new LinkedHashMap<>();
    for (Value line : list.items()) {
      String name = name(line);
      String rest = line.asText().substring(name.length());
      values.put(name, new Value.Text(rest.replaceFirst("^=", ""), line.origin()));
      places.put(name, line.origin().place());
    }
    return new Value.Mapping(new LinkedHashMap<>(values), places, list.origin());
  }

  /// What stands before the first `=`.
  private static String name(Value line) {
    return line.asText().replaceFirst("(?s)=.*", "");
  }

  private static Value.Mapping texts(Value.Mapping mapping) {
    Value.Mapping texts = mapping;
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      Value value = entry.getValue();
      if (value instanceof Value.Num || value instanceof Value.Bool) {
        texts = texts.with(entry.getKey(), new Value.Text(value.asText(), value.origin()));
      }
    }
    return texts;
  }

  private static Value line(String name, Value value) {
    return value instanceof Value.Secret secret
        ? new Value.Secret(new Line(name, secret.source()), secret.origin())
        : new Value.Text(name + "=" + value.asText(), value.origin());
  }

  /// A secret behind the name of its variable.
  private record Line(String variable, SecretSource value) implements SecretSource {

    @Override
    public String name() {
      return value.name();
    }

    @Override
    public Optional<String> reveal() {
      return value.reveal().map(text -> variable + "=" + text);
    }

    @Override
    public String field() {
      return variable;
    }
  }
}
