package dev.ftctl.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The remote that a repository comes from.
public final class Origin {

  /// `https://user@host:port/path`, `ssh://…`, or `git@host:path`.
  private static final Pattern URL =
      Pattern.compile("^(?:[a-z+]+://)?(?:[^/@]*@)?([^/:@]+)(?::.*|/.*)$");

  private Origin() {}

  /// The host of `origin`; empty where there is no repository, no such remote, or it lies on this
  /// machine.
  public static Optional<String> host(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      String url = GitCommand.answer(folder, "config", "--get", "remote.origin.url");
      Matcher parts = URL.matcher(url);
      boolean isHere = url.startsWith("/") || url.startsWith(".") || url.startsWith("file:");
      return isHere || !parts.matches() ? Optional.empty() : Optional.of(parts.group(1));
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }
}
