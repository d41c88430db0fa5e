package dev.ftctl.cli.verbs.transformation;

import dev.ftctl.address.Directory;
import dev.ftctl.address.Named;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.ObjectFlags;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.GroupsApi;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Roster;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.transformation.Transformations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which transformations a verb is about.
final class TransformationFlags {

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..*",
      description =
          "An address or pattern (transformation/daily, transformation/*), a live name or an id.")
  List<String> texts = List.of();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Those in this group, by name or id.")
  String group = "";

  boolean isGiven() {
    return !texts.isEmpty() || !group.isEmpty();
  }

  /// Of all transformations, or those of the group, by the addresses of their documents where they
  /// have one.
  ///
  /// @param described what manifests describe
  Directory directory(Run run, Account account, List<Resource> described) {
    var transformations = new Transformations(account.api(TransformationsApi.class));
    List<Named> all = transformations.all(group.isEmpty() ? null : groupId(account));
    Map<Address, Map<String, String>> labels =
        described.stream()
            .filter(resource -> resource.address().kind().equals(Transformations.SLUG))
            .collect(
                Collectors.toMap(
                    Resource::address, it -> it.metadata().labels(), (one, two) -> one));
    if (!labels.isEmpty()) {
      Set<String> slugs = Set.of(Transformations.SLUG);
      Roster roster =
          Roster.read(account, run.kinds().get(), described, slugs, ReadingObserver.NONE);
      all = all.stream().map(each -> documented(each, roster.ids(), labels)).toList();
    }
    return Directory.ofLive(
        run.kinds().get(), Transformations.SLUG, all, "ftctl transformation status");
  }

  private static Named documented(Named each, Ids ids, Map<Address, Map<String, String>> labels) {
    return ids.nameOf(Transformations.SLUG, each.id())
        .filter(labels::containsKey)
        .map(address ->
            new Named(
                address,
                each.live(),
                labels.getOrDefault(address, Map.of()),
                true,
                List.of(),
                Set.of()))
        .orElse(each);
  }

  private String groupId(Account account) {
    List<Value.Mapping> groups = Pages.all(account.api(GroupsApi.class)::list);
    return groups.stream()
        .filter(each -> each.text("id").equals(group) || each.text("name").equals(group))
        .map(each -> each.text("id"))
        .findFirst()
        .orElseThrow(() ->
            new RefusedException(
                Refusal.USAGE,
                "the account has no group " + group,
                Near.hint(group, groups.stream().map(each -> each.text("name")).toList())));
  }

  /// @throws RefusedException when nothing was named, or a text means nothing
  ObjectFlags.Chosen of(Directory directory) {
    if (!isGiven()) {
      throw new RefusedException(
          Refusal.USAGE,
          "nothing is named",
          "Name an address, a live name or an id; ftctl transformation status lists them.");
    }
    Set<Named> found = new LinkedHashSet<>(texts.isEmpty() ? directory.all() : List.of());
    texts.forEach(text -> found.addAll(directory.find(text)));
    if (found.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE, "the group " + group + " has no transformation", "");
    }
    boolean isExact = group.isEmpty() && texts.stream().noneMatch(Directory::isPattern);
    return new ObjectFlags.Chosen(List.copyOf(found), isExact && found.size() == 1);
  }
}
