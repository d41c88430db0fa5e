package dev.ftctl.cli.flags;

import dev.ftctl.cli.log.Log;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.http.RequestEnd;
import dev.ftctl.fivetran.http.RequestObserver;
import dev.ftctl.model.RefusedException;
import java.util.Optional;

/// Where the lines about requests go: to stderr with `-vv`, into a log with `--log-file`, else
/// nowhere. They hold neither bodies nor headers. Safe for use by many threads.
public final class Wire implements RequestObserver {

  private final Run run;
  private final boolean isShown;
  private final Optional<Log> log;

  private Wire(Run run, boolean isShown, Optional<Log> log) {
    this.run = run;
    this.isShown = isShown;
    this.log = log;
  }

  /// @throws RefusedException when the log can't be written
  public static Wire of(Run run, CommonFlags common) {
    return new Wire(
        run, common.isVeryVerbose(), Log.open(run, common.log, common.spec.qualifiedName()));
  }

  @Override
  public void begins(String method, String url, int attempt) {
    log.ifPresent(file -> file.begins(method, url, attempt));
  }

  @Override
  public void ended(RequestEnd end) {
    if (isShown) {
      run.output().show(end.shortly());
    }
    log.ifPresent(file -> file.ended(end));
  }
}
