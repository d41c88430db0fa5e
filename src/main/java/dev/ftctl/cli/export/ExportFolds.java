package dev.ftctl.cli.export;

import dev.ftctl.export.Document;
import dev.ftctl.export.EnvNames;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.AccountDocuments.Written;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Live;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which new documents may be one: connectors of one service and schema, in groups of their own.
record ExportFolds(KindList kinds, AccountDocuments.Result result) {

  /// @param joint names of variables where instances share their secrets
  Folding.Result fanOuts(Optional<EnvNames> joint) {
    var candidates = new ArrayList<Folding.Candidate>();
    String fanOut = "groups";
    for (Written written : result.all()) {
      String field = fanOut(written);
      if (!field.isEmpty()) {
        fanOut = field;
        candidates.add(candidate(written));
      }
    }
    return Folding.fanOuts(fresh(), candidates, fanOut, joint);
  }

  /// Each object by itself.
  Folding.Result none() {
    return new Folding.Result(fresh(), Map.of(), new LinkedHashMap<>());
  }

  private List<Document> fresh() {
    return result.all().stream()
        .filter(written -> written.found().wanted().isEmpty())
        .map(Written::document)
        .toList();
  }

  /// Empty for what has no instances, or is described already.
  private String fanOut(Written written) {
    Live live = written.found().live();
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    return written.found().wanted().isPresent() ? "" : definition.fields(live.fields()).fanOut();
  }

  private Folding.Candidate candidate(Written written) {
    Live live = written.found().live();
    String service = live.fields().text("service");
    String key = live.kind() + "/" + service + "/" + live.label();
    return new Folding.Candidate(written.document(), key, live.label().replace('@', '_'));
  }
}
