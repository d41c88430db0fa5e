package dev.ftctl.export.account;

import dev.ftctl.export.Document;
import dev.ftctl.export.account.AccountDocuments.Written;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.export.folding.JointSecrets;
import dev.ftctl.export.folding.RowFolding;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Live;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which new documents may be one.
///
/// @param joint where what is folded shares its secrets; empty where each has its own
public record Folds(KindList kinds, AccountDocuments.Result result, Optional<JointSecrets> joint) {

  /// Connections of one service and schema, in groups of their own.
  public Folding.Result fanOuts() {
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

  /// Many of a service as rows; a secret that differs can't be a cell, so that they have to share
  /// it.
  ///
  /// @param before what is folded already
  public Folding.Result rows(Folding.Result before) {
    var candidates = new ArrayList<Folding.Candidate>();
    String fanOut = "groups";
    for (Written written : result.all()) {
      String field = fanOut(written);
      if (!field.isEmpty()) {
        String service = written.found().live().fields().text("service");
        fanOut = field;
        candidates.add(new Folding.Candidate(written.document(), service, service));
      }
    }
    return RowFolding.of(before, candidates, fanOut, joint);
  }

  /// Each object by itself.
  public Folding.Result none() {
    return new Folding.Result(fresh(), Map.of(), new LinkedHashMap<>());
  }

  private List<Document> fresh() {
    return result.all().stream()
        .filter(written -> written.found().wanted().isEmpty())
        .map(Written::document)
        .toList();
  }

  /// The field that lists the groups of such a document, empty for none.
  public String fanOut(Document document) {
    return kinds.ofSlug(document.address().kind()).definition().fields(document.spec()).fanOut();
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
