package dev.ftctl.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The folders of other users that this user trusts, as git knows them: `safe.directory`.
public final class SafeFolders {

  private SafeFolders() {}

  /// Whether git's configuration lists a folder, itself, by `*` or by a folder above and `/*`. That
  /// of a repository does not count, since it belongs to the other user.
  ///
  /// @param folder absolute
  /// @param environment in which git looks for the user's configuration
  public static boolean list(Path folder, Map<String, String> environment) {
    boolean isListed = false;
    for (String safe : listed(folder, environment)) {
      // An empty one takes back those before it.
      isListed = !safe.isEmpty() && (isListed || covers(safe, folder.toString()));
    }
    return isListed;
  }

  private static boolean covers(String safe, String folder) {
    return safe.equals("*")
        || safe.equals(folder)
        || (safe.endsWith("/*") && folder.startsWith(safe.substring(0, safe.length() - 1)));
  }

  private static List<String> listed(Path folder, Map<String, String> environment) {
    var builder =
        new ProcessBuilder(
            "git", "config", "-z", "--show-scope", "--type=path", "--get-all", "safe.directory");
    // The root of all folders, so that no repository is asked.
    builder.directory(folder.getRoot().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process git = builder.start();
      git.getOutputStream().close();
      String[] words = new String(git.getInputStream().readAllBytes(), UTF_8).split("\0", -1);
      var listed = new ArrayList<String>();
      for (int at = 0; at + 1 < words.length; at += 2) {
        if (!words[at].equals("local") && !words[at].equals("worktree")) {
          listed.add(words[at + 1]);
        }
      }
      return listed;
    } catch (IOException noGit) {
      return List.of();
    }
  }
}
