package dev.ftctl.testing;

/// The one place that reads how large sized tests are.
///
/// The system property `ftctl.test.scale` is `normal` for `mvn verify` and `deep` under `-Pdeep`.
public final class Scale {
  private static final String PROPERTY = "ftctl.test.scale";

  private Scale() {}

  /// The size to use: `normal` in a plain build, `deep` in the nightly one.
  public static int of(int normal, int deep) {
    String scale = System.getProperty(PROPERTY, "normal");
    return switch (scale) {
      case "normal" -> normal;
      case "deep" -> deep;
      default ->
          throw new IllegalStateException(PROPERTY + " is neither normal nor deep: " + scale);
    };
  }
}
