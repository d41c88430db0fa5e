package dev.ftctl.export.terraform;

import dev.ftctl.export.terraform.Instance.Condition;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file that Terraform wrote: a state of version 4, or what `terraform show -json` prints of a
/// state or a saved plan.
///
/// @param managed instances of resources of the provider, in the order of the file
/// @param read data sources of the provider, which only tell names
/// @param others how many instances are of other providers
public record StateFile(List<Instance> managed, List<Instance> read, int others) {

  private static final Pattern CONFIGURATION =
      Pattern.compile("(?:(module\\..*)\\.)?provider(?:\\[[^\\]]*]|\\.fivetran)(?:\\.([\\w-]+))?");

  public StateFile {
    managed = List.copyOf(managed);
    read = List.copyOf(read);
  }

  /// @param file as problems name it
  /// @throws ManifestException when it is neither, with the place
  public static StateFile read(String file, String text) {
    if (!(Json.file(file, text) instanceof Value.Mapping whole)) {
      throw refused(file, "is neither a state nor what `terraform show -json` prints");
    }
    var found = new ArrayList<Found>();
    if (whole.get("version") instanceof Value.Num version && !isPrinted(whole)) {
      requireFour(file, version.asText());
      state(file, whole, found);
    } else if (isPrinted(whole)) {
      printed(whole, found);
    } else {
      throw refused(
          file,
          whole.get("encrypted_data").isAbsent()
              ? "is neither a state nor what `terraform show -json` prints"
              : "is an encrypted state");
    }
    return sorted(found);
  }

  private record Found(boolean isManaged, Instance instance) {}

  private static StateFile sorted(List<Found> found) {
    var managed = new ArrayList<Instance>();
    var read = new ArrayList<Instance>();
    int others = 0;
    for (Found one : found) {
      if (!one.instance().type().startsWith(Instance.PROVIDER)) {
        others += one.isManaged() ? 1 : 0;
      } else if (one.isManaged()) {
        managed.add(one.instance());
      } else {
        read.add(one.instance());
      }
    }
    return new StateFile(managed, read, others);
  }

  private static boolean isPrinted(Value.Mapping whole) {
    return !whole.get("format_version").isAbsent();
  }

  private static void requireFour(String file, String version) {
    if (!version.equals("4")) {
      throw Json.refused(
          SourceLocation.of(file, 1, 1),
          "state-version",
          "is a state of version " + version + ", and version 4 is read",
          "Let Terraform 0.12 or later write it anew (terraform state pull), or give what"
              + " `terraform show -json` prints.");
    }
  }

  private static ManifestException refused(String file, String what) {
    return Json.refused(
        SourceLocation.of(file, 1, 1),
        "no-state",
        what,
        "Give the file of `terraform state pull`, or of `terraform show -json`.");
  }

  private static void state(String file, Value.Mapping whole, List<Found> found) {
    for (Value.Mapping resource : mappings(whole.get("resources"))) {
      for (Value.Mapping one : mappings(resource.get("instances"))) {
        if (!one.get("attributes_flat").isBlank()) {
          throw Json.refused(
              SourceLocation.of(file, 1, 1),
              "state-version",
              "holds " + resource.text("type") + " in the form of Terraform 0.11",
              "Let Terraform write it anew: terraform apply -refresh-only.");
        }
        found.add(
            new Found(
                resource.text("mode").equals("managed"),
                new Instance(
                    resource.text("module"),
                    resource.text("type"),
                    resource.text("name"),
                    key(one.get("index_key")),
                    configuration(resource.text("provider")),
                    condition(one.text("status"), one.text("deposed")),
                    Marks.ofState(one.mapping("attributes"), one.get("sensitive_attributes")),
                    List.of())));
      }
    }
  }

  private static Condition condition(String status, String deposed) {
    return !deposed.isEmpty()
        ? Condition.DEPOSED
        : status.equals("tainted") ? Condition.TAINTED : Condition.FINE;
  }

  /// `provider["HOST/fivetran/fivetran"].eu`, in older states `provider.fivetran.eu`, and
  /// `module.a.provider["HOST/fivetran/fivetran"]` where a module has one of its own.
  private static String configuration(String provider) {
    Matcher matcher = CONFIGURATION.matcher(provider);
    return matcher.matches()
        ? Stream.of(matcher.group(1), matcher.group(2))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."))
        : "";
  }

  private static String key(Value key) {
    return switch (key) {
      case Value.Num number -> "[" + number.asText() + "]";
      case Value.Text text ->
          "[\""
              + text.text()
                  .replace("\\", "\\\\")
                  .replace("\"", "\\\"")
                  .replace("\n", "\\n")
                  .replace("${", "$${")
                  .replace("%{", "%%{")
              + "\"]";
      case Value.Absent none -> "";
      case Value.Null none -> "";
      case Value.Bool other -> "";
      case Value.Items other -> "";
      case Value.Mapping other -> "";
      case Value.Reference other -> "";
      case Value.Secret other -> "";
    };
  }

  /// Of a saved plan what was there before.
  private static void printed(Value.Mapping whole, List<Found> found) {
    Value.Mapping state = whole.mapping("prior_state");
    Value.Mapping values = (state.entries().isEmpty() ? whole : state).mapping("values");
    Map<String, List<String>> ignored = new HashMap<>();
    Configuration.ignored(whole.mapping("configuration").mapping("root_module"), "", ignored);
    module(values.mapping("root_module"), ignored, found);
  }

  private static void module(
      Value.Mapping module, Map<String, List<String>> ignored, List<Found> found) {
    for (Value.Mapping one : mappings(module.get("resources"))) {
      Instance bare = printed(one, module.text("address"), List.of());
      found.add(
          new Found(
              one.text("mode").equals("managed"),
              printed(
                  one, module.text("address"), ignored.getOrDefault(bare.resource(), List.of()))));
    }
    mappings(module.get("child_modules")).forEach(child -> module(child, ignored, found));
  }

  private static Instance printed(Value.Mapping one, String module, List<String> ignored) {
    boolean isTainted = one.get("tainted").equals(Value.bool(true));
    return new Instance(
        module,
        one.text("type"),
        one.text("name"),
        key(one.get("index")),
        "",
        condition(isTainted ? "tainted" : "", one.text("deposed_key")),
        Marks.ofPrinted(one.mapping("values"), one.get("sensitive_values")),
        ignored);
  }

  static List<Value.Mapping> mappings(Value list) {
    return list instanceof Value.Items items
        ? items.items().stream()
            .filter(Value.Mapping.class::isInstance)
            .map(Value.Mapping.class::cast)
            .toList()
        : List.of();
  }
}
