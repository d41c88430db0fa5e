package dev.ftctl.cli.verbs.status;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What changed from one look to the next, a line for each connection. The first look tells of what
/// is not fine.
final class Changes {

  private final Map<String, ConnectionStatus> last = new HashMap<>();
  private boolean hasLooked;

  List<String> since(Fleet fleet) {
    var lines = new ArrayList<String>();
    var gone = new HashMap<>(last);
    for (ConnectionStatus each : fleet.connections()) {
      ConnectionStatus before = last.put(each.id(), each);
      gone.remove(each.id());
      if (before == null ? isNews(each) : before.health() != each.health()) {
        lines.add(line(before == null ? "" : before.health().words() + " → ", each));
      }
    }
    gone.forEach((id, each) -> {
      last.remove(id);
      lines.add(each.address() + ": gone");
    });
    hasLooked = true;
    return lines;
  }

  private boolean isNews(ConnectionStatus each) {
    return hasLooked || each.health() != Health.FINE;
  }

  private static String line(String before, ConnectionStatus now) {
    String why = String.join("; ", now.reasons());
    return now.address() + ": " + before + now.health().words() + (why.isEmpty() ? "" : ": " + why);
  }
}
