package dev.ftctl.apply;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The secrets that carrying out a plan sends.
public final class SecretsToSend {

  private SecretsToSend() {}

  /// Those whose source does not have them, each for every place that names it, as far as a plan
  /// can tell: no command is run for it.
  public static List<Value.Secret> unset(Plan plan) {
    return in(plan, secret -> !secret.source().isSet());
  }

  /// Those whose source does not have them, now that they are to be sent.
  ///
  /// @throws dev.ftctl.model.problem.ManifestException when the command that prints one fails
  public static List<Value.Secret> missing(Plan plan) {
    return in(plan, secret -> secret.source().reveal().isEmpty());
  }

  private static List<Value.Secret> in(Plan plan, Predicate<Value.Secret> isWanted) {
    return plan.changes().stream()
        .map(PlannedChange::change)
        .flatMap(SecretsToSend::of)
        .filter(isWanted)
        .toList();
  }

  private static Stream<Value.Secret> of(Change change) {
    return switch (change) {
      case Change.Create create -> in(create.wanted().spec());
      case Change.Replace replace -> in(replace.wanted().spec());
      case Change.Update update -> changed(update);
      case Change.Delete delete -> Stream.of();
      case Change.Keep keep -> Stream.of();
      case Change.Gone gone -> Stream.of();
    };
  }

  /// A changed nested object is sent whole, with the secrets inside it.
  private static Stream<Value.Secret> changed(Change.Update update) {
    return update.findings().fields().stream()
        .flatMap(
            field -> Stream.concat(in(field.after()), in(sentWith(update.wanted().spec(), field))))
        .distinct();
  }

  private static Value sentWith(Value.Mapping spec, FieldChange field) {
    List<String> path = field.path().segments();
    if (path.size() <= 2) {
      return Value.ABSENT;
    }
    return spec.get(path.get(0)) instanceof Value.Mapping block
        ? block.get(path.get(1))
        : Value.ABSENT;
  }

  private static Stream<Value.Secret> in(Value value) {
    return switch (value) {
      case Value.Secret secret -> Stream.of(secret);
      case Value.Mapping mapping -> mapping.entries().values().stream().flatMap(SecretsToSend::in);
      case Value.Items items -> items.items().stream().flatMap(SecretsToSend::in);
      case Value.Absent absent -> Stream.of();
      case Value.Null nothing -> Stream.of();
      case Value.Text text -> Stream.of();
      case Value.Num number -> Stream.of();
      case Value.Bool bool -> Stream.of();
      case Value.Reference reference -> Stream.of();
    };
  }
}
