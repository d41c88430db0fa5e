package release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The licences of what is shaded into the jar, held against the list of components, the table of
/// libraries, and the classes that there are.
record Licences(Build build) {

  private static final String HEAD =
      """
      What ftctl consists of besides itself (Apache License 2.0, see LICENSE): each library with
      its licence, then the texts and notices. The licences of the Java runtime are in its
      folder, under legal/.

      """;

  private static final String APACHE = "Apache License 2.0: see LICENSE.\n";

  /// A library as the list of components has it.
  private record Library(String group, String name, String version, String licence) {
    String file() {
      return name + "-" + version + ".jar";
    }

    private boolean is(String[] row) {
      return glob(row[0], group) && glob(row[1], name);
    }

    private static boolean glob(String pattern, String text) {
      return pattern.endsWith("*")
          ? text.startsWith(pattern.substring(0, pattern.length() - 1))
          : text.equals(pattern);
    }
  }

  String text() throws IOException {
    var wrong = new ArrayList<String>();
    List<String[]> rows = Build.rows(folder().resolve("libraries.tsv"));
    var unused = new ArrayList<>(rows);
    var list = new StringBuilder(HEAD);
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Library library : libraries(wrong)) {
      List<String[]> fits = rows.stream().filter(library::is).toList();
      if (fits.size() != 1) {
        wrong.add(library + " has " + fits.size() + " rows in libraries.tsv");
        continue;
      }
      String[] row = fits.getFirst();
      unused.remove(row);
      if (!library.licence().isEmpty()
          && !library.licence().equals(row[row.length - 1])
          && !library.licence().equals(row[2])) {
        wrong.add(library + " is said to be under " + row[2]);
      }
      list.append(
          "%s %s %s: %s%n".formatted(library.group(), library.name(), library.version(), row[2]));
      Path jar = build.work("libraries").resolve(library.file());
      String text = String.join("\n", licences(jar, row[3]));
      if (text.isBlank()) {
        wrong.add(library + " has no text of its licence");
      }
      texts.computeIfAbsent(text, any -> new ArrayList<>()).add(library.name());
    }
    unused.forEach(row -> wrong.add("row without a library: " + row[0] + " " + row[1]));
    wrong.addAll(strangers());
    if (!wrong.isEmpty()) {
      throw Build.refused("licences", wrong);
    }
    texts.forEach((text, of) ->
        list.append("\n%s%n%s%n%n%s".formatted("-".repeat(78), String.join(", ", of), text)));
    return list.toString();
  }

  /// All texts that have to come with a library: those of its licence, and its notices.
  private List<String> licences(Path jar, String where) throws IOException {
    var texts = new ArrayList<String>();
    switch (where) {
      case "jar" -> texts.addAll(entries(jar, "META-INF/.*LICENSE.*"));
      case "Apache-2.0" -> texts.add(APACHE);
      default -> texts.add(Files.readString(folder().resolve(where)));
    }
    if (!texts.isEmpty()) {
      texts.addAll(entries(jar, "META-INF/NOTICE.*"));
    }
    return texts;
  }

  private static List<String> entries(Path jar, String name) throws IOException {
    var texts = new ArrayList<String>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().matches(name) && !entry.isDirectory()) {
          String text =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          texts.add(isApache(text) ? APACHE : text);
        }
      }
    }
    return texts;
  }

  /// That text and nothing behind it, which is there once already.
  private static boolean isApache(String text) {
    return text.contains("Version 2.0, January 2004") && text.length() < 12_000;
  }

  /// The components that were listed; each jar has to be one, and each a jar.
  private List<Library> libraries(List<String> wrong) throws IOException {
    var libraries = new ArrayList<Library>();
    for (JsonNode one : new JsonMapper().readTree(build.sbom().toFile()).path("components")) {
      String licence = one.at("/licenses/0/license/id").asText("");
      libraries.add(
          new Library(
              one.path("group").asText(),
              one.path("name").asText(),
              one.path("version").asText(),
              licence));
    }
    var listed =
        libraries.stream().map(Library::file).collect(Collectors.toCollection(TreeSet::new));
    var there = new TreeSet<String>();
    for (Path jar : build.libraries()) {
      there.add(jar.getFileName().toString());
    }
    there.stream()
        .filter(jar -> !listed.contains(jar))
        .map(jar -> "not in the SBOM: " + jar)
        .forEach(wrong::add);
    listed.stream()
        .filter(jar -> !there.contains(jar))
        .map(jar -> "only in the SBOM: " + jar)
        .forEach(wrong::add);
    libraries.removeIf(library -> !there.contains(library.file()));
    return libraries;
  }

  /// Classes of the jar that are neither ours nor of a library that was listed.
  private List<String> strangers() throws IOException {
    var known = new TreeSet<String>();
    for (Path jar : build.libraries()) {
      known.addAll(classes(jar));
    }
    return classes(build.jar()).stream()
        .filter(name -> !known.contains(name) && !isOwn(name))
        .map(name -> "of no library: " + name)
        .toList();
  }

  private boolean isOwn(String name) {
    String source = name.replaceFirst("[.$][^/]*$", ".java");
    return name.startsWith("dev/ftctl/")
        || Files.exists(build.project().resolve("src/main/java").resolve(source));
  }

  private static List<String> classes(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
    }
  }

  private Path folder() {
    return build.project().resolve("src/main/resources/META-INF/licences");
  }
}
