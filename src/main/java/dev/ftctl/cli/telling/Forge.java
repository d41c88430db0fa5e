package dev.ftctl.cli.telling;

import dev.ftctl.cli.process.Console;
import dev.ftctl.git.RepositoryTop;
import dev.ftctl.render.PlaceLinks;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// The forge that a job runs for, as its variables tell.
public record Forge(Console console) {

  private static final Pattern URL = Pattern.compile("https?://[\\w.:/-]+");
  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

  /// Where it shows the files of this commit; none outside of a job.
  public PlaceLinks links() {
    String commit = fitting("GITHUB_SHA", COMMIT);
    String server = fitting("GITHUB_SERVER_URL", URL);
    String repository = fitting("GITHUB_REPOSITORY", REPOSITORY);
    if (!commit.isEmpty() && !server.isEmpty() && !repository.isEmpty()) {
      return links(server + "/" + repository + "/blob/" + commit);
    }
    String project = fitting("CI_PROJECT_URL", URL);
    String revision = fitting("CI_COMMIT_SHA", COMMIT);
    return project.isEmpty() || revision.isEmpty()
        ? PlaceLinks.NONE
        : links(project + "/-/blob/" + revision);
  }

  private PlaceLinks links(String base) {
    return new PlaceLinks(base + "/", this::fromTop);
  }

  private String fitting(String variable, Pattern form) {
    String text = console.variable(variable);
    return form.matcher(text).matches() ? text : "";
  }

  /// The path as the repository knows it: forges look for it from there, wherever the command ran.
  /// Empty for a file outside.
  Optional<String> fromTop(String file) {
    try {
      Path path = console.folder().resolve(file).normalize();
      return RepositoryTop.above(console.folder())
          .filter(path::startsWith)
          .map(top -> top.relativize(path).toString().replace(File.separatorChar, '/'));
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }
}
