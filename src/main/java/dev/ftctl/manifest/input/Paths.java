package dev.ftctl.manifest.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Arithmetic on canonical paths of a tree, which are text with `/`.
public final class Paths {

  private Paths() {}

  /// `path` as seen from `folder`, unless it is absolute itself.
  public static String child(String folder, String path) {
    boolean isAbsolute = path.startsWith("/") || path.matches("[A-Za-z]:[/\\\\].*");
    return folder.isEmpty() || isAbsolute
        ? path
        : folder.endsWith("/") ? folder + path : folder + "/" + path;
  }

  /// The folder and all that it lies in, nearest first, up to the top of the tree.
  public static List<String> upwards(String folder) {
    var folders = new ArrayList<String>();
    String here = folder;
    while (true) {
      folders.add(here);
      String above = parent(here);
      if (above.equals(here)) {
        return folders;
      }
      here = above;
    }
  }

  /// The folder that a path lies in; the top lies in itself.
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
  }

  /// Whether a path is the folder itself or lies in it.
  public static boolean isWithin(String path, String folder) {
    return path.equals(folder)
        || folder.isEmpty()
        || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }

  /// The path as seen from a folder that it lies in, else unchanged.
  public static String relative(String path, String folder) {
    return !folder.isEmpty() && isWithin(path, folder) && !path.equals(folder)
        ? path.substring(folder.endsWith("/") ? folder.length() : folder.length() + 1)
        : path;
  }

  /// Whether a file holds tests of manifests by its name, `*.test.yaml`.
  public static boolean isTest(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".test.yaml") || name.endsWith(".test.yml");
  }

  /// Whether a file is a manifest by its name, in whatever letter case that is written.
  public static boolean isManifest(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !isTest(path);
  }
}
