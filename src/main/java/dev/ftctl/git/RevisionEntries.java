package dev.ftctl.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ftctl.files.NameBytes;
import dev.ftctl.model.FileTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a revision holds, by canonical path, with links followed.
final class RevisionEntries {

  private static final String LINK = "120000";

  /// In the place of the size of an object that the repository lacks, or that is broken.
  private static final String NOT_HELD = "BAD";

  private static final int DEEPEST_LINK = 8;

  /// In bytes, more than any path has.
  private static final int LONGEST_TARGET = 4096;

  private final FileTree here;
  private final String top;
  private final Blobs contents;

  final SortedMap<String, Blobs.Blob> files = new TreeMap<>();

  /// What is there and can't be read.
  final SortedSet<String> unreadable = new TreeSet<>();

  /// Manifests whose names are no text, with those bytes escaped.
  final SortedSet<String> unnamed = new TreeSet<>();

  /// Links that lead out of the repository to what may be read there.
  final SortedMap<String, String> outward = new TreeMap<>();

  /// @param here the working tree, which says how paths are spelt
  /// @param top canonical
  RevisionEntries(FileTree here, String top, Blobs contents) {
    this.here = here;
    this.top = top;
    this.contents = contents;
  }

  /// @param listing of `ls-tree -r -l -z`: `MODE blob HASH SIZE\tPATH`, each ended by a NUL
  void read(byte[] listing) {
    Map<String, Blobs.Blob> links = new TreeMap<>();
    int start = 0;
    for (int at = 0; at < listing.length; at++) {
      if (listing[at] == 0) {
        add(Arrays.copyOfRange(listing, start, at), links);
        start = at + 1;
      }
    }
    follow(links);
  }

  private void add(byte[] line, Map<String, Blobs.Blob> links) {
    int tab = 0;
    while (line[tab] != '\t') {
      tab++;
    }
    String[] about = new String(line, 0, tab, UTF_8).split(" +", -1);
    byte[] name = Arrays.copyOfRange(line, tab + 1, line.length);
    String path;
    try {
      path = top + "/" + NameBytes.text(name);
    } catch (CharacterCodingException noText) {
      String escaped = NameBytes.escaped(name).toLowerCase(Locale.ROOT);
      if (escaped.endsWith(".yaml") || escaped.endsWith(".yml")) {
        unnamed.add(top + "/" + NameBytes.escaped(name));
      }
      return;
    }
    boolean isHeld = !about[3].equals(NOT_HELD);
    if (isHeld && about[0].startsWith("100")) {
      files.put(path, new Blobs.Blob(about[2], Long.parseLong(about[3])));
    } else if (isHeld && about[0].equals(LINK)) {
      links.put(path, new Blobs.Blob(about[2], Long.parseLong(about[3])));
    } else {
      unreadable.add(path);
    }
  }

  /// Puts what links lead to where they are, links to links too. One back into its own parents
  /// holds nothing that isn't met anyway.
  private void follow(Map<String, Blobs.Blob> links) {
    Map<String, String> open = new TreeMap<>();
    links.forEach((link, blob) -> open.put(link, target(link, blob)));
    for (int round = 0; round < DEEPEST_LINK && !open.isEmpty(); round++) {
      Map<String, Blobs.Blob> found = new HashMap<>();
      Set<String> before = Set.copyOf(open.keySet());
      open.entrySet().removeIf(link -> isFollowed(link.getKey(), link.getValue(), before, found));
      files.putAll(found);
    }
    unreadable.addAll(open.keySet());
  }

  private String target(String link, Blobs.Blob blob) {
    try {
      String target = blob.size() > LONGEST_TARGET ? "" : NameBytes.text(contents.content(blob));
      String folder = link.substring(0, link.lastIndexOf('/'));
      return target.isEmpty()
          ? ""
          : here.canonical(target.startsWith("/") ? target : folder + "/" + target);
    } catch (IOException broken) {
      return "";
    }
  }

  /// @param open links that still lead nowhere: a folder with such a one in it waits
  /// @param found is given what the link leads to
  private boolean isFollowed(
      String link, String target, Set<String> open, Map<String, Blobs.Blob> found) {
    if (!isWithin(target)) {
      return !target.isEmpty() && isOpen(link, target);
    }
    String below = target + "/";
    if (link.startsWith(below)) {
      return true;
    }
    if (open.stream().anyMatch(other -> other.startsWith(below))) {
      return false;
    }
    int before = found.size();
    // '0' comes right after '/'.
    files
        .subMap(target, target + "0")
        .forEach((file, blob) -> {
          if (file.equals(target) || file.startsWith(below)) {
            found.put(link + file.substring(target.length()), blob);
          }
        });
    return found.size() > before;
  }

  /// Whether a link leads to what may be read outside, where it is as it is now.
  private boolean isOpen(String link, String target) {
    boolean isOpen = here.isFile(target) || here.isFolder(target);
    if (isOpen) {
      outward.put(link, target);
    }
    return isOpen;
  }

  /// Whether a revision can hold a path.
  boolean isWithin(String path) {
    return path.equals(top) || path.startsWith(top + "/");
  }
}
