package dev.ftctl.export.account;

import dev.ftctl.export.Document;
import dev.ftctl.export.account.AccountDocuments.Result;
import dev.ftctl.export.account.AccountDocuments.Written;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.facet.OfFile;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files that live objects hold and that no document names yet: the document of what an object
/// belongs to says where its file is, and has it inside.
public record HeldFiles(KindList kinds, Inventory inventory) {

  /// An object whose file has a place among documents.
  ///
  /// @param user what it belongs to; empty for what belongs to nobody and gets its own document
  public record Held(Found found, OfFile facet, Optional<Written> user) {

    /// What its file is called after.
    public String name() {
      return user.map(one -> one.document().name()).orElseGet(() -> found.address().name());
    }

    public String hash() {
      return found.live().fields().text(facet.hash());
    }
  }

  /// Those that documents of this result can name, in their order.
  public List<Held> in(Result result) {
    var held = new ArrayList<Held>();
    for (Found found : inventory.objects()) {
      KindDefinition definition = definition(found);
      Optional<OfFile> facet = definition.ofFile();
      if (facet.isPresent() && found.wanted().isEmpty()) {
        String user = definition.belonging().map(one -> one.userOf(found.live())).orElse("");
        Optional<Written> written = written(result, definition, user);
        if (user.isEmpty() || written.filter(one -> one.found().wanted().isEmpty()).isPresent()) {
          held.add(new Held(found, facet.get(), written));
        }
      }
    }
    return held;
  }

  private static Optional<Written> written(Result result, KindDefinition definition, String id) {
    return definition
        .belonging()
        .flatMap(facet ->
            result.all().stream()
                .filter(one -> one.found().live().kind().equals(facet.user()))
                .filter(one -> one.found().live().id().value().equals(id))
                .findFirst());
  }

  /// The result in which these are named.
  ///
  /// @param paths of their files, relative to the project
  /// @param refused others, with the reason
  public Result with(Result result, Map<Held, String> paths, Map<Held, String> refused) {
    Map<String, String> left = new LinkedHashMap<>(result.left());
    refused.forEach((held, why) -> left.put(Twins.subject(held.found()), why));
    Map<Object, Written> changed = new LinkedHashMap<>();
    var all = new ArrayList<Written>();
    paths.forEach((held, path) -> {
      left.remove(Twins.subject(held.found()));
      Value.Mapping file = Value.Mapping.EMPTY.with(held.facet().file(), Value.text(path));
      held.user()
          .ifPresentOrElse(
              user -> changed.put(user, naming(user, held, file)),
              () -> all.add(apart(held, file)));
    });
    result.all().forEach(one -> all.add(changed.getOrDefault(one, one)));
    return new Result(List.copyOf(all), result.variables(), Map.copyOf(left));
  }

  private Written apart(Held held, Value.Mapping file) {
    Found found = held.found();
    return new Written(
        new Document(definition(found).name(), found.address(), file), found, Value.Mapping.EMPTY);
  }

  private Written naming(Written user, Held held, Value.Mapping file) {
    Value.Mapping spec = user.document().spec();
    var inside = new InsideUser(definition(user.found()).fields(spec), held.found().live().kind());
    return new Written(
        user.document().withSpec(inside.with(spec, file)), user.found(), user.full());
  }

  private KindDefinition definition(Found found) {
    return kinds.ofSlug(found.live().kind()).definition();
  }
}
