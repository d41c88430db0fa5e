package dev.ftctl.cli.process;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of this build.
public final class Version implements IVersionProvider {

  /// As the jar's manifest says it; `dev` outside of a jar.
  public static String text() {
    return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ftctl " + text()};
  }
}
