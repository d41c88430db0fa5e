package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// A folder that can be overlooked, a file that is one idea, a method that fits on a screen.
final class SizesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TESTS = Path.of("src/test/java");

  @Test
  void noFolderHasMoreThanTwentyFiveFiles() throws IOException {
    Map<Path, Integer> folders = new TreeMap<>();
    sources().forEach(file -> folders.merge(file.getParent(), 1, Integer::sum));

    assertThat(folders)
        .isNotEmpty()
        .allSatisfy(
            (folder, files) -> assertThat(files).as(folder.toString()).isLessThanOrEqualTo(25));
  }

  @Test
  void noFileHasMoreThanThreeHundredLinesAndHalfOfThemEighty() throws IOException {
    List<Integer> lines = new ArrayList<>();
    for (Path file : sources()) {
      int count = lines(file);
      assertThat(count).as(file.toString()).isLessThanOrEqualTo(300);
      lines.add(count);
    }
    lines.sort(null);

    assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(80);
  }

  @Test
  void noTestFileHasMoreThanThreeHundredLines() throws IOException {
    List<Path> tests = sources(TESTS);

    assertThat(tests)
        .hasSizeGreaterThan(400)
        .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(300));
  }

  @Test
  void noMethodHasMoreThanFortyLines() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      var lengths = new Lengths(Trees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        lengths.scan(unit, unit);
      }

      assertThat(lengths.looked).isGreaterThan(1000);
      assertThat(lengths.tooLong).isEmpty();
    }
  }

  private static final class Lengths extends TreeScanner<Void, CompilationUnitTree> {
    private final Trees trees;
    private final List<String> tooLong = new ArrayList<>();
    private int looked;

    private Lengths(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      looked++;
      var places = trees.getSourcePositions();
      long start = unit.getLineMap().getLineNumber(places.getStartPosition(unit, method));
      long end = unit.getLineMap().getLineNumber(places.getEndPosition(unit, method));
      if (end - start + 1 > 40) {
        tooLong.add(unit.getSourceFile().getName() + " " + method.getName());
      }
      return super.visitMethod(method, unit);
    }
  }

  private static List<Path> sources() throws IOException {
    return sources(MAIN);
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static int lines(Path file) {
    try {
      return (int) Files.readString(file).lines().count();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
