package dev.ftctl.kinds.transformationproject;

import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the key of a project belongs, so that Fivetran may clone its repository.
///
/// @param host `github.com`
/// @param repository `acme/dbt`; the remote as it is where it can't be told
record DeployKey(String host, String repository, String key) {

  private static final Pattern REMOTE =
      Pattern.compile("(?:[a-z+]+://)?(?:[^@/]+@)?([^:/]+)(?::\\d+/|[:/])/?(.+?)(?:\\.git)?/?");

  /// Where hosts take such keys, `%s` being the repository.
  private static final Map<String, String> PLACES =
      Map.of(
          "github.com", "https://github.com/%s/settings/keys",
          "gitlab.com", "https://gitlab.com/%s/-/settings/repository",
          "bitbucket.org", "https://bitbucket.org/%s/admin/access-keys/");

  /// Empty where Fivetran told no key.
  ///
  /// @param config `project_config` of a live project
  static Optional<DeployKey> of(Value.Mapping config) {
    String key = config.text("public_key").strip();
    String remote = config.text(ProjectFields.REMOTE);
    Matcher matcher = REMOTE.matcher(remote);
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            matcher.matches()
                ? new DeployKey(matcher.group(1), matcher.group(2), key)
                : new DeployKey("", remote, key));
  }

  /// What to do, in a line, and the key in another.
  List<String> told() {
    return List.of("this key has to become a read-only deploy key: " + place(), key);
  }

  /// The page of the host that takes it, else whose it is: `acme/dbt on git.example`.
  String place() {
    return Optional.ofNullable(PLACES.get(host))
        .map(page -> page.formatted(repository))
        .orElse(repository + (host.isEmpty() ? "" : " on " + host));
  }
}
