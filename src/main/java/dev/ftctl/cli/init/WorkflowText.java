package dev.ftctl.cli.init;

import java.util.List;
import java.util.stream.Collectors;

/// Fills in what of a workflow depends on where ftctl and the secrets come from.
///
/// @param secrets names of variables that the manifests read
/// @param hasTests whether there are tests to run
record WorkflowText(Release release, List<String> secrets, boolean hasTests) {

  /// Pinned by commit: a tag can be moved.
  private static final String CHECKOUT =
      "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

  private static final String UPLOAD =
      "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0";

  /// Linters take each path for one of this repository.
  private static final String FETCHED =
      "./.ftctl/action # zizmor: ignore[self-repository] checked out above, from ftctl's"
          + " repository";

  WorkflowText {
    secrets = List.copyOf(secrets);
  }

  /// @param resource of this package's starter
  String of(String resource) {
    return ResourceText.of("starter/" + resource)
        .replace("@FROM@\n", unlessKnown("from.yml"))
        .replace("@FETCH@\n", unlessKnown("fetch.yml"))
        .replace("@ACTION@", action())
        .replace("@RELEASE@\n", versions())
        .replace("@CHECKOUT@", CHECKOUT)
        .replace("@UPLOAD@", UPLOAD)
        .replace("@CHECK_NAME@", hasTests ? "Format and tests" : "Format")
        .replace("@CHECK_RUN@", hasTests ? "ftctl fmt --check && ftctl check" : "ftctl fmt --check")
        .replace("@SECRETS@\n", secretLines())
        .replace("@INCLUDE@\n", include());
  }

  private String unlessKnown(String resource) {
    return release.isKnown() ? "" : ResourceText.of("starter/" + resource);
  }

  private String action() {
    return release.isKnown()
        ? release.repository() + "@" + release.commit() + " # v" + release.version()
        : FETCHED;
  }

  private String versions() {
    return release.isKnown()
        ? "          version: " + release.version() + "\n"
        : """
                  version: ${{ env.FTCTL_VERSION }}
                  repository: ${{ env.FTCTL_REPOSITORY }}
        """;
  }

  private String secretLines() {
    return secrets.isEmpty()
        ? "          # ORDERS_PASSWORD: ${{ secrets.ORDERS_PASSWORD }}\n"
        : secrets.stream()
            .map(name -> "          " + name + ": ${{ secrets." + name + " }}\n")
            .collect(Collectors.joining());
  }

  private String include() {
    return release.isKnown()
        ? "  - remote: https://github.com/"
            + release.repository()
            + "/releases/download/v"
            + release.version()
            + "/ftctl.gitlab-ci.yml\n"
        : """
          # A variable of this project: where the ftctl.gitlab-ci.yml of a release lies.
          - remote: $FTCTL_TEMPLATE
            rules:
              - if: $FTCTL_TEMPLATE

        ftctl-unset:
          rules:
            - if: $FTCTL_TEMPLATE == null || $FTCTL_TEMPLATE == ""
          script:
            - echo "Set the CI variable FTCTL_TEMPLATE to the URL of the ftctl.gitlab-ci.yml of an ftctl release." >&2
            - exit 1
        """;
  }
}
