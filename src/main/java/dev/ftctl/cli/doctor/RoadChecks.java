package dev.ftctl.cli.doctor;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.WriteScope;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.Authorities;
import dev.ftctl.fivetran.http.Reach;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What leads to the account: the key, what it may be used for, the proxy, the authorities.
final class RoadChecks {

  private final Run run;
  private final AccountFlags flags;
  private final Environment environment;
  private boolean isOpen = true;

  RoadChecks(Run run, AccountFlags flags, Environment environment) {
    this.run = run;
    this.flags = flags;
    this.environment = environment;
  }

  /// Whether the account can be asked, once [#all] was.
  boolean isOpen() {
    return isOpen;
  }

  List<Finding> all() {
    if (flags.isSandbox) {
      return List.of(
          Finding.ok("key", "the simulator's own"),
          Finding.ok("network", "none: the simulator runs in this process"));
    }
    var all = new ArrayList<Finding>();
    all.addAll(guarded("key", () -> List.of(key())));
    all.addAll(scope());
    all.addAll(guarded("network", () -> network(flags.url(run), flags.reach(run))));
    return all;
  }

  private List<Finding> guarded(String name, Supplier<List<Finding>> check) {
    try {
      return check.get();
    } catch (RefusedException refused) {
      isOpen = false;
      return List.of(
          Finding.failed(
              name,
              String.valueOf(refused.getMessage()),
              refused.next(),
              ExitCode.ofRefusal(refused.reason())));
    }
  }

  private Finding key() {
    String look = flags.key(run, environment).look();
    return look.matches(".*, (a mask|a placeholder|the same text twice).*")
        ? Finding.warning("key", look, "This is hardly a key: copy it anew from Fivetran.")
        : Finding.ok("key", look);
  }

  private List<Finding> scope() {
    var scope = new WriteScope(run.console());
    try {
      scope.require(true);
    } catch (RefusedException refused) {
      return List.of(
          Finding.warning("scope", String.valueOf(refused.getMessage()), refused.next()));
    }
    return scope
        .refusesDeletes()
        .map(why -> List.of(Finding.warning("scope", why, "Set read/write/delete to allow them.")))
        .orElse(List.of());
  }

  private static List<Finding> network(String url, Reach reach) {
    String proxy = reach.shownProxy().map(one -> " through " + one).orElse(", no proxy");
    String authorities =
        reach.authorities().map(RoadChecks::told).orElse("the authorities that Java trusts");
    return List.of(Finding.ok("network", url + proxy), Finding.ok("authority", authorities));
  }

  private static String told(Authorities authorities) {
    return authorities.source() + ": " + authorities.certificates().size() + " certificates";
  }
}
