package dev.ftctl.kinds.transformationproject;

import dev.ftctl.kind.Follows;
import dev.ftctl.model.Live;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a project needs of its group's destination: Fivetran takes none for a destination that
/// isn't connected (fivetran-quirks 2.14).
final class ItsDestination implements Follows {

  static final String SLUG = "destination";

  @Override
  public boolean isOfData() {
    return false;
  }

  @Override
  public List<String> inTheSameGroup() {
    return List.of(SLUG);
  }

  @Override
  public boolean isNeeded() {
    return true;
  }

  @Override
  public String withoutOne() {
    return "Fivetran takes no project before there is one";
  }

  /// Its setup tests may not have run for a while, so nothing but `connected` will do.
  @Override
  public Optional<String> objection(Live followed) {
    String status = followed.fields().text("setup_status").toLowerCase(Locale.ROOT);
    return status.equals("connected")
        ? Optional.empty()
        : Optional.of(
            "the destination of its group is "
                + (status.isEmpty() ? "not connected" : status)
                + ", and Fivetran takes no project before it is connected");
  }
}
