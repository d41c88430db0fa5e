package dev.ftctl.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The release rewrites what the JVM would make at run time; it has to do the same. The program
/// that rewrites is compiled here, since it is no part of ftctl, and so is what it rewrites.
class PlainSitesTest {

  /// Prints what records and switches come to: each component's type, each order of labels.
  private static final String SUBJECT =
      """
      import java.util.*;
      public class Subject {
        sealed interface Shape permits Round, Cornered, None {
          static String told(Shape shape) {
            return switch (shape) {
              case Round round when round.size() > 2 -> "large";
              case Round round -> "round " + round;
              case Cornered(int corners, String name) when corners == 3 -> "three " + name;
              case Cornered cornered -> "cornered";
              case None none -> "none";
            };
          }
        }
        record Round(double size) implements Shape {}
        record Cornered(int corners, String name) implements Shape {}
        record None() implements Shape {}
        record All(boolean a, byte b, short c, char d, int e, long f, float g, double h, String i,
            List<String> j, int[] k) {}
        record Own(int a) {
          @Override public boolean equals(Object other) { return other instanceof Own; }
          @Override public int hashCode() { return 7; }
          @Override public String toString() { return "own"; }
        }
        record Of<T extends Comparable<T>>(T it, Optional<T> other) {}
        static String any(Object one) {
          return switch (one) {
            case null -> "null";
            case String text when text.isEmpty() -> "empty";
            case String text -> text;
            case Integer number when number > 5 -> "more";
            case Number number -> "number";
            case int[] numbers -> "numbers " + numbers.length;
            case Object[] all -> "all";
            default -> "other";
          };
        }
        enum Colour { RED, BLUE }
        static String mixed(Object one) {
          return switch (one) {
            case Colour.RED -> "red";
            case Colour other -> "colour";
            default -> "none";
          };
        }
        static String named(String one) {
          return switch (one) {
            case "a" -> "first";
            case String text when text.length() > 3 -> "long";
            case String text -> "short";
          };
        }
        public static String told() {
          record Here(int x, String y) {}
          int[] k = {1};
          List<Object> all = new ArrayList<>(List.of(
            new All(true, (byte) -1, (short) 300, 'x', 5, 1L << 40, 0.0f, -0.0, "i", List.of("j"), k),
            new All(true, (byte) -1, (short) 300, 'x', 5, 1L << 40, 0.0f, -0.0, new String("i"),
                List.of("j"), k),
            new All(true, (byte) -1, (short) 300, 'x', 5, 1L << 40, -0.0f, -0.0, "i", List.of("j"), k),
            new All(true, (byte) -1, (short) 300, 'x', 5, 1L << 40, 0.0f, 0.0, "i", List.of("j"), k),
            new All(true, (byte) -1, (short) 300, 'x', 5, (1L << 40) + 1, 0.0f, -0.0, "i", null, k),
            new All(false, (byte) 1, (short) 2, 'y', 6, 1, Float.NaN, Double.NaN, null, null, null),
            new All(false, (byte) 1, (short) 2, 'y', 6, 1, Float.NaN, Double.NaN, null, null, null),
            new Round(1), new Round(3), new Cornered(3, "t"), new Cornered(4, null), new None(),
            new Own(1), new Own(2), new Of<>("a", Optional.empty()), new Of<>("a", Optional.of("b")),
            new Here(1, "y"), new Here(1, "y"), "", "text", 3, 9, 4L, new int[2], new String[0],
            Colour.RED, Colour.BLUE));
          all.add(null);
          var told = new StringBuilder();
          for (Object one : all) {
            String text = one == null || one.getClass().isArray() ? "-" : one.toString();
            told.append(text.replaceAll("@[0-9a-f]+", "@")).append(' ');
            boolean isSteady = one instanceof Record && !(one instanceof All a && a.k() != null);
            told.append(isSteady ? one.hashCode() : 0).append(' ').append(any(one));
            told.append(' ').append(one == null ? "" : mixed(one));
            told.append(' ').append(one instanceof String name ? named(name) : "");
            told.append(' ').append(one instanceof Shape shape ? Shape.told(shape) : "").append(' ');
            for (Object other : all) {
              told.append(one != null && one.equals(other) ? '=' : '.');
            }
            told.append('\\n');
          }
          try {
            Shape.told(null);
          } catch (NullPointerException none) {
            told.append("no shape");
          }
          return told.toString();
        }
      }
      """;

  @TempDir static Path folder;
  private static Path subject;
  private static Function<byte[], byte[]> plain;

  @BeforeAll
  static void compile() throws Exception {
    assumeThat(Runtime.version().feature()).as("releases are made with it").isGreaterThan(23);
    subject = Files.createDirectories(folder.resolve("subject"));
    Path text = Files.writeString(folder.resolve("Subject.java"), SUBJECT);
    javac("-d", subject.toString(), "--release", "21", text.toString());
    Path tool = Files.createDirectories(folder.resolve("tool"));
    javac(
        "-d",
        tool.toString(),
        "src/build/java/release/PlainSites.java",
        "src/build/java/release/RecordSites.java");
    Class<?> type =
        new URLClassLoader(new URL[] {tool.toUri().toURL()}).loadClass("release.PlainSites");
    Constructor<?> made = type.getDeclaredConstructor(Function.class);
    made.setAccessible(true);
    Method in = type.getDeclaredMethod("in", byte[].class);
    in.setAccessible(true);
    Object sites = made.newInstance((Function<String, InputStream>) PlainSitesTest::opened);
    plain =
        bytes -> {
          try {
            return (byte[]) in.invoke(sites, (Object) bytes);
          } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
          }
        };
  }

  @Test
  void doesTheSame() throws Exception {
    Path rewritten = Files.createDirectories(folder.resolve("rewritten"));
    int sites = 0;
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] after = plain.apply(bytes);
      Files.write(rewritten.resolve(file.getFileName()), after);
      sites += after == bytes ? 0 : 1;
    }

    String told = told(rewritten);

    assertThat(told).isEqualTo(told(subject)).contains("no shape").contains("All[a=true, b=-1");
    assertThat(sites).isGreaterThan(7);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(subject)) {
      return all.sorted().toList();
    }
  }

  private static String told(Path classes) throws Exception {
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      return (String) loader.loadClass("Subject").getMethod("told").invoke(null);
    }
  }

  private static @Nullable InputStream opened(String name) {
    try {
      Path file = subject.resolve(name + ".class");
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static void javac(String... arguments) {
    int code = ToolProvider.findFirst("javac").orElseThrow().run(System.err, System.err, arguments);
    assertThat(code).isZero();
  }
}
