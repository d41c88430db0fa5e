package dev.ftctl.export.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Blocks that make Terraform forget what was carried, and destroy nothing. One speaks of all
/// instances of a resource, and none may name an instance by its key; so a resource has one only
/// where all of its instances are carried.
public final class Handover {

  private Handover() {}

  /// Resources whose instances all are carried, each with its instances.
  public static SequencedMap<String, List<Instance>> released(Carried carried) {
    SequencedMap<String, List<Instance>> all =
        carried.instances().stream()
            .collect(
                Collectors.groupingBy(Instance::resource, LinkedHashMap::new, Collectors.toList()));
    all.values().removeIf(group -> group.stream().anyMatch(carried::isLeft));
    return all;
  }

  /// Resources that stay in Terraform although some of their instances are carried.
  public static Map<String, List<Instance>> held(Carried carried) {
    SequencedMap<String, List<Instance>> held =
        carried.instances().stream()
            .collect(
                Collectors.groupingBy(Instance::resource, LinkedHashMap::new, Collectors.toList()));
    held.values()
        .removeIf(group ->
            group.stream().noneMatch(carried::isLeft) || group.stream().allMatch(carried::isLeft));
    return held;
  }

  /// Configurations of the provider, other than the usual one, without which Terraform can't
  /// forget.
  public static SortedSet<String> providers(SequencedMap<String, List<Instance>> released) {
    return released.values().stream()
        .flatMap(List::stream)
        .map(Instance::provider)
        .filter(provider -> !provider.isEmpty())
        .map(provider ->
            provider.startsWith("module.")
                ? "the provider block in " + provider
                : "provider fivetran." + provider)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The text of a file for Terraform 1.7 or later.
  public static String text(SequencedMap<String, List<Instance>> released) {
    var text =
        new StringBuilder(
            """
            # Terraform forgets these objects and destroys none of them. This file goes into the
            # configuration in the same commit in which the resources that it names go out of it,
            # those of modules too: Terraform refuses a block beside the resource that it names.
            # It needs Terraform 1.7 or later, and can go once it was applied. Until then the
            # provider's configurations stay, those in modules too.
            """);
    providers(released).forEach(one -> text.append("# Stays until then: " + one + "\n"));
    released.forEach((resource, instances) -> {
      text.append('\n');
      instances.stream()
          .map(Instance::address)
          .filter(address -> !address.equals(resource))
          .forEach(address -> text.append("# ").append(address).append('\n'));
      text.append(
          """
          removed {
            from = %s

            lifecycle {
              destroy = false
            }
          }
          """
              .formatted(resource));
    });
    return text.toString();
  }
}
