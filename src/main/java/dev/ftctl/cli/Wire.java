package dev.ftctl.cli;

import java.util.function.Consumer;

/// Where the lines about requests go: to stderr with `-vv`, else nowhere.
final class Wire {

  private Wire() {}

  static Consumer<String> of(Run run, CommonFlags common) {
    return common.isVeryVerbose() ? run.output()::tell : line -> {};
  }
}
