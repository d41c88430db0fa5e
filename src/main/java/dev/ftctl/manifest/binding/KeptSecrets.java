package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/// The secrets of resources that need not be bound again: what they come from may be another today.
public final class KeptSecrets {

  private KeptSecrets() {}

  /// The scalars of a spec that hold secrets.
  public static List<Node.Scalar> in(Value spec) {
    var scalars = new ArrayList<Node.Scalar>();
    collect(spec, scalars);
    return scalars;
  }

  private static void collect(Value value, List<Node.Scalar> scalars) {
    switch (value) {
      case Value.Secret secret when secret.source() instanceof TextSource source ->
          scalars.add(source.scalar());
      case Value.Secret other -> {}
      case Value.Mapping mapping ->
          mapping.entries().values().forEach(inner -> collect(inner, scalars));
      case Value.Items items -> items.items().forEach(inner -> collect(inner, scalars));
      case Value.Absent absent -> {}
      case Value.Null nothing -> {}
      case Value.Text text -> {}
      case Value.Num number -> {}
      case Value.Bool bool -> {}
      case Value.Reference reference -> {}
    }
  }

  /// Whether there is nothing to tell of a secret, as this run sees it. Its text is masked from now
  /// on.
  public static boolean isRight(ExpansionContext reading, Node.Scalar scalar) {
    ExpansionContext apart = reading.apart(true);
    var report = new Report(apart.problems(), "");
    boolean isBound =
        new SecretBinder(apart, InstanceContext.NOTHING, report)
            .bind(Field.text("secret"), scalar)
            .isPresent();
    return isBound && apart.problems().isEmpty() && reading.lookup().adds(apart.lookup());
  }
}
