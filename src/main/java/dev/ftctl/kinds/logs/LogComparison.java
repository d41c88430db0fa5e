package dev.ftctl.kinds.logs;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;

/// What differs of a log service, whose ever it is.
final class LogComparison {

  private LogComparison() {}

  static Findings of(LogFields fields, Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    String rotation = intent.rotation().apply(wanted.address());
    Findings findings =
        Comparison.between(
                fields.of(spec.text("service")),
                spec,
                live.fields(),
                ids,
                TestedLogs.MERGED,
                rotation)
            .findings(wanted.address());
    var notKept =
        new NotKept(LogFields.CONFIG, wanted, live.fields(), fields.facts(wanted.spec()), intent);
    return LogTesting.told(
        findings.withFields(notKept.noted(findings.fields())), wanted, live, intent);
  }
}
