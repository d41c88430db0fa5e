package dev.ftctl.cli.api;

import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a call of what was typed.
///
/// @param bases what a whole URL may begin with
/// @param isRewriting whether an old path becomes the one of today
/// @param input where a whole body comes from; empty for none
record CallReader(Run run, List<String> bases, boolean isRewriting, String input) {

  Call read(String method, String written, List<String> arguments) {
    Verb verb = Verb.of(method);
    var operations = Operations.bundled();
    ApiPath typed = ApiPath.parse(written, bases);
    Optional<List<String>> today =
        isRewriting ? new OldPaths(operations).today(typed.segments()) : Optional.empty();
    ApiPath path = today.map(typed::at).orElse(typed);
    today.ifPresent(segments -> warnOfOld(typed, path));
    requireWhole(operations, verb, path, written);
    List<Term> terms = arguments.stream().map(Term::parse).toList();
    List<Term> queries = terms.stream().filter(term -> term.sort() == Term.Sort.QUERY).toList();
    List<Term> fields = terms.stream().filter(term -> term.sort() != Term.Sort.QUERY).toList();
    requireBody(verb, fields);
    Value.Mapping body = body(operations.of(verb, path.segments()), path, fields);
    boolean isMeant = verb.hasBody() && today.isPresent() && body.entries().isEmpty();
    return new Call(
        verb,
        path,
        Query.of(path.query(), queries),
        isMeant ? OldPaths.meant(typed.segments()) : body,
        operations.doubt(verb, path.segments()));
  }

  private void warnOfOld(ApiPath old, ApiPath path) {
    run.output()
        .tell(
            "warning: "
                + old.encoded()
                + " is an old path of Fivetran's; sent is "
                + path.encoded()
                + " (--no-rewrite sends it as typed)");
  }

  /// An id that is not set leaves a path that means more than one object.
  private static void requireWhole(Operations operations, Verb verb, ApiPath path, String written) {
    boolean isNarrow = verb == Verb.PATCH || verb == Verb.DELETE;
    if (!isNarrow || !path.endsInSlash()) {
      return;
    }
    var longer = new ArrayList<>(path.segments());
    longer.add("");
    if (operations.of(verb, path.segments()).isEmpty() || operations.of(verb, longer).isPresent()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the path '" + written + "' of a " + verb + " ends in '/': an id that is not set?",
          "Give the id, or leave the slash out.");
    }
  }

  private void requireBody(Verb verb, List<Term> fields) {
    if (!verb.hasBody() && (!fields.isEmpty() || !input.isEmpty())) {
      throw new RefusedException(
          Refusal.USAGE,
          "a " + verb + " has no body",
          "Query parameters are written with two: "
              + (fields.isEmpty() ? "limit==10" : fields.getFirst().field() + "==…")
              + ".");
    }
    if (!fields.isEmpty() && !input.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--input gives the whole body, and " + fields.getFirst().field() + " a part of it",
          "Give one of the two.");
    }
  }

  private Value.Mapping body(Optional<Operation> operation, ApiPath path, List<Term> terms) {
    var given = new Given(run.console());
    if (!input.isEmpty()) {
      Value.Mapping whole = given.body(input);
      return BodyFields.of(operation, path.segments(), whole.text("service")).guarded(whole);
    }
    String service =
        terms.stream()
            .filter(term -> term.field().equals("service") && term.sort() == Term.Sort.TEXT)
            .map(Term::text)
            .findFirst()
            .orElse("");
    var known = BodyFields.of(operation, path.segments(), service);
    Value.Mapping body = Value.Mapping.EMPTY;
    for (Term term : terms) {
      body = BodyTree.with(body, term, value(given, known, term));
    }
    return known.guarded(body);
  }

  private static Value value(Given given, BodyFields known, Term term) {
    boolean isFile = term.text().startsWith("@");
    String file = isFile ? term.text().substring(1) : "";
    if (term.sort() == Term.Sort.JSON) {
      return isFile ? given.json(file) : given.typed(term.text(), term.field());
    }
    return isFile
        ? Value.text(given.text(file))
        : Typing.of(term.text(), known.type(term.way()), term.field());
  }
}
