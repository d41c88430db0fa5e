package dev.ftctl.apply;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.compare.Unshown;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How far an account shows what a run wrote. Of the rest it is known that Fivetran took it, and no
/// more.
///
/// @param accepted writes of which nothing is shown: secrets alone, setup tests, secrets made anew
/// @param values what went with the others and no answer shows, sorted: `connector/ads@prod:
///   config.password`
public record Shown(long accepted, List<String> values) {

  /// Calls that are done with once they are answered: they leave nothing that could be compared.
  private static final Pattern PASSING =
      Pattern.compile(
          "(POST|PATCH) /v1/\\S+/(test|sync|resync|reload|run|cancel|upgrade|connect-card"
              + "|regenerate-secrets|re-auth|rotate)( .*)?");

  public Shown {
    values = List.copyOf(values);
  }

  /// @param outcomes of what was read back
  /// @param now what was written as it was read back, by address
  public static Shown of(Collection<Outcome> outcomes, Map<Address, Live> now, KindList kinds) {
    long accepted = 0;
    var values = new TreeSet<String>();
    for (Outcome outcome : outcomes) {
      if (isShown(outcome)) {
        accepted += outcome.writes().stream().filter(Shown::isPassing).count();
        hidden(outcome.step().change(), now, kinds)
            .forEach(path -> values.add(outcome.step().address() + ": " + path));
      } else {
        accepted += outcome.writes().size();
      }
    }
    return new Shown(accepted, List.copyOf(values));
  }

  static boolean isPassing(String write) {
    return PASSING.matcher(write).matches();
  }

  /// Whether the account shows anything of what a step did.
  private static boolean isShown(Outcome outcome) {
    StepName name = outcome.step().name();
    return name != StepName.TEST
        && name != StepName.CHECK
        && switch (outcome.step().change()) {
          case Change.Create create -> true;
          case Change.Replace replace -> true;
          case Change.Delete delete -> true;
          case Change.Update update ->
              name == StepName.FINISH
                  || update.findings().fields().stream().anyMatch(Shown::isShown);
          case Change.Keep keep -> name == StepName.FINISH;
          case Change.Gone gone -> false;
        };
  }

  private static boolean isShown(FieldChange field) {
    return field.effect() != FieldChange.Effect.SECRET
        && !field.path().equals(HandsOutOnce.SECRETS);
  }

  private static Stream<String> hidden(Change change, Map<Address, Live> now, KindList kinds) {
    return switch (change) {
      case Change.Create create -> hidden(create.wanted(), now, kinds);
      case Change.Replace replace -> hidden(replace.wanted(), now, kinds);
      case Change.Update update ->
          update.findings().fields().stream()
              .filter(field -> !isShown(field))
              .map(field -> field.path().toString());
      case Change.Keep keep -> Stream.of();
      case Change.Gone gone -> Stream.of();
      case Change.Delete delete -> Stream.of();
    };
  }

  private static Stream<String> hidden(Resource wanted, Map<Address, Live> now, KindList kinds) {
    KindDefinition definition = kinds.ofSlug(wanted.address().kind()).definition();
    Live live = now.get(wanted.address());
    Value.Mapping answered = live == null ? Value.Mapping.EMPTY : live.fields();
    return Unshown.in(definition.fields(wanted.spec()), wanted.spec(), answered).stream()
        .map(Object::toString);
  }
}
