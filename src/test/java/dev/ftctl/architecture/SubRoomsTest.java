package dev.ftctl.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.ftctl.Ftctl;
import dev.ftctl.architecture.SubRooms.SubRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The inner walls: no arrow runs up inside a room, and nobody outside sees more than the table
/// says.
final class SubRoomsTest {

  private static final Map<String, Map<String, String>> ARROWS = arrows();
  private static final Pattern NAMED = Pattern.compile("(dev/ftctl/[a-z/]+/[A-Z]\\w*)");

  static Stream<SubRoom> all() {
    return SubRooms.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void usesOfItsRoomOnlyWhatItMay(SubRoom sub) {
    var allowed = new ArrayList<>(sub.uses());
    allowed.add(sub.name());

    Stream<String> others =
        ARROWS.getOrDefault(sub.name(), Map.of()).entrySet().stream()
            .filter(arrow -> arrow.getKey().matches(sub.room() + "([.].*)?"))
            .filter(arrow -> !allowed.contains(arrow.getKey()))
            .map(Map.Entry::getValue);

    assertThat(others).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isSeenOnlyByWhomTheTableNames(SubRoom sub) {
    if (sub.seenBy().contains("..")) {
      return;
    }
    var seers = new ArrayList<>(sub.seenBy());
    seers.add(sub.room());
    seers.add("");

    Stream<String> strangers =
        ARROWS.entrySet().stream()
            .filter(from -> !seers.contains(from.getKey().replaceFirst("[.].*", "")))
            .flatMap(from -> Stream.ofNullable(from.getValue().get(sub.name())));

    assertThat(strangers).isEmpty();
  }

  /// Of each package the packages that it uses, with one of the uses in words.
  private static Map<String, Map<String, String>> arrows() {
    var arrows = new HashMap<String, Map<String, String>>();
    for (JavaClass type : Rooms.CLASSES) {
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        String target = use.getTargetClass().getBaseComponentType().getPackageName();
        if (target.startsWith(Rooms.ROOT)) {
          arrows
              .computeIfAbsent(within(type.getPackageName()), first -> new TreeMap<>())
              .putIfAbsent(within(target), use.getDescription());
        }
      }
    }
    return arrows;
  }

  @Test
  void everySubRoomOfARoomIsInTheTable() {
    List<String> known = all().map(SubRoom::name).toList();
    List<String> rooms = all().map(SubRoom::room).distinct().toList();

    Stream<String> found =
        Rooms.CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(Rooms.ROOT + "."))
            .map(name -> name.substring(Rooms.ROOT.length() + 1))
            .filter(name -> rooms.contains(name.replaceFirst("[.].*", "")));

    assertThat(new TreeSet<>(found.toList())).isEqualTo(new TreeSet<>(known));
  }

  @Test
  void subRoomsFormNoCycle() {
    slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles().check(Rooms.CLASSES);
  }

  /// Whoever is public needs a reader in another package; tests count as readers. A constant leaves
  /// no trace in class files but the import, a lambda none but the method that takes it.
  @Test
  void noTypeIsPublicThatNoOtherPackageUses() throws IOException {
    Set<String> imported = imported();
    Map<String, Set<String>> users = users();

    Stream<String> idle =
        Rooms.CLASSES.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.isNestedClass() && !type.isAnonymousClass())
            .filter(type -> !type.getPackageName().equals(Rooms.ROOT))
            .filter(type -> !imported.contains(type.getName()))
            .filter(type ->
                users.getOrDefault(type.getName(), Set.of()).stream()
                    .allMatch(type.getPackageName()::equals))
            .filter(type -> !isTakenByAPublicMethod(type))
            .map(JavaClass::getName);

    assertThat(imported).hasSizeGreaterThan(300);
    assertThat(users).hasSizeGreaterThan(1000);
    assertThat(idle).isEmpty();
  }

  /// Of each type the packages whose class files name it or one inside it. Their texts are enough,
  /// and take a tenth of the time that their graph does.
  private static Map<String, Set<String>> users() throws IOException {
    var users = new HashMap<String, Set<String>>();
    for (Class<?> one : List.of(Ftctl.class, SubRoomsTest.class)) {
      Path top = Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
      try (Stream<Path> files = Files.walk(top.resolve("dev/ftctl"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          String user = top.relativize(file.getParent()).toString().replace('/', '.');
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          NAMED
              .matcher(text)
              .results()
              .forEach(found ->
                  users
                      .computeIfAbsent(found.group(1).replace('/', '.'), first -> new TreeSet<>())
                      .add(user));
        }
      }
    }
    return users;
  }

  private static boolean isTakenByAPublicMethod(JavaClass type) {
    return type.getMethodsWithParameterTypeOfSelf().stream()
        .anyMatch(method ->
            method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC));
  }

  /// What import lines name: a type, or the type that a nested one stands in.
  private static Set<String> imported() throws IOException {
    Pattern line = Pattern.compile("^import (?:static )?(dev[.]ftctl[.a-z]*[.][A-Z]\\w*)");
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(SubRoomsTest::lines)
          .map(line::matcher)
          .filter(Matcher::find)
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// As the table names it; the program's entry has no name.
  private static String within(String packageName) {
    return packageName.substring(Math.min(packageName.length(), Rooms.ROOT.length() + 1));
  }
}
