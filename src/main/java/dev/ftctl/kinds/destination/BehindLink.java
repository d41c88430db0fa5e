package dev.ftctl.kinds.destination;

import dev.ftctl.kind.Facets;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.facet.Readdressed;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiPredicate;

/// What Fivetran writes into a destination that goes through a private link (fivetran-quirks 2.16):
/// the link's address in place of the host, and with Databricks another cloud.
///
/// Whatever a Databricks destination has there counts as Fivetran's, since its link's address need
/// not be the one that the link tells; the host of another service does where it is the link's.
/// What manifests say otherwise than at `--base` is sent all the same.
record BehindLink() implements Readdressed, Facets.Outputs {

  private static final String LINK = "private_link_id";
  private static final String DATABRICKS = "server_host_name";
  private static final String HOST = "host";
  private static final List<String> HOSTS = List.of(DATABRICKS, HOST);
  private static final List<String> REWRITTEN = List.of(DATABRICKS, HOST, "cloud_provider");

  @Override
  public String way() {
    return Attachment.PRIVATE_LINK.slug();
  }

  @Override
  public String wayOf(Live live) {
    return Networks.isPrivate(live.fields()) ? live.fields().text(LINK) : "";
  }

  @Override
  public AsSent asSent(
      Resource wanted,
      Live live,
      Optional<Live> way,
      Ids ids,
      BiPredicate<Address, FieldPath> isOld) {
    Value.Mapping said = wanted.spec().mapping(DestinationFields.CONFIG);
    Value.Mapping config = live.fields().mapping(DestinationFields.CONFIG);
    if (goesElsewhere(wanted.spec(), live, ids) || !isRewritten(config, way)) {
      return new AsSent(live, List.of());
    }
    boolean isAtBase = isOld.test(wanted.address(), FieldPath.of("service"));
    var notes = new ArrayList<String>();
    Value.Mapping seen = config;
    for (String name : REWRITTEN) {
      FieldPath path = FieldPath.of(DestinationFields.CONFIG, name);
      boolean isEdited = isAtBase && !isOld.test(wanted.address(), path);
      if (differs(said.get(name), config.get(name)) && !isEdited) {
        seen = seen.with(name, said.get(name));
        if (!isAtBase) {
          notes.add(
              path
                  + " is "
                  + config.get(name).display()
                  + " there, by its private link: not compared, and a changed one is sent with"
                  + " --base");
        }
      }
    }
    return new AsSent(live.withFields(live.fields().with(DestinationFields.CONFIG, seen)), notes);
  }

  @Override
  public boolean tells(Live listed) {
    return !wayOf(listed).isEmpty();
  }

  /// What Fivetran has there by now.
  @Override
  public SequencedMap<String, String> told(Live live) {
    SequencedMap<String, String> told = new LinkedHashMap<>();
    Value.Mapping config = live.fields().mapping(DestinationFields.CONFIG);
    REWRITTEN.stream()
        .filter(name -> !config.text(name).isEmpty())
        .forEach(name -> told.put(name, config.text(name)));
    return told;
  }

  private static boolean isRewritten(Value.Mapping config, Optional<Live> way) {
    String host = way.map(link -> link.fields().text(HOST)).orElse("");
    return !config.get(DATABRICKS).isBlank()
        || !host.isEmpty()
            && HOSTS.stream().anyMatch(name -> config.text(name).equalsIgnoreCase(host));
  }

  private static boolean differs(Value said, Value there) {
    return !said.isBlank() && !there.isBlank() && !said.asText().equalsIgnoreCase(there.asText());
  }

  /// Whether the manifest asks for another way. What it doesn't say stays as it is.
  private static boolean goesElsewhere(Value.Mapping spec, Live live, Ids ids) {
    Value link = spec.get(LINK);
    boolean isOther =
        !link.isAbsent() && ids.idOf(link).filter(live.fields().text(LINK)::equals).isEmpty();
    return isOther || Networks.saysWay(spec) && !Networks.isPrivate(spec);
  }
}
