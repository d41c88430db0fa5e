package dev.ftctl.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;
import java.util.logging.FileHandler;
import org.junit.jupiter.api.Test;

/// Files are written in one room, which knows where links lead and what may be replaced.
final class WritingRoomTest {

  /// What of [Files] changes nothing.
  private static final String READS =
      "exists|notExists|is[A-Z]\\w*|read[A-Z]\\w*|get(Attribute|FileAttributeView|FileStore"
          + "|LastModifiedTime|Owner|PosixFilePermissions)|size|lines|list|walk|walkFileTree|find"
          + "|newInputStream|newBufferedReader|newDirectoryStream|probeContentType|mismatch";

  /// What opens files on its own, whatever for.
  private static final Set<String> OPENERS =
      Set.of(
          FileOutputStream.class.getName(),
          FileWriter.class.getName(),
          RandomAccessFile.class.getName(),
          FileHandler.class.getName());

  @Test
  void nobodyElseChangesFiles() {
    noClasses()
        .that(resideOutsideOfPackage(Rooms.ROOT + ".files.."))
        .and(DescribedPredicate.not(theStreams()))
        .and(DescribedPredicate.not(aNewTemporaryFile()))
        .should()
        .accessTargetWhere(DescribedPredicate.describe("writes files", WritingRoomTest::writes))
        .check(Rooms.CLASSES);
  }

  @Test
  void consoleOpensNothingButTheStreamsOfTheProcess() {
    noClasses()
        .that(theStreams())
        .should()
        .callConstructor(FileOutputStream.class, File.class)
        .orShould()
        .callConstructor(FileOutputStream.class, String.class)
        .check(Rooms.CLASSES);
  }

  private static boolean writes(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (owner.equals(Files.class.getName())) {
      return !name.matches(READS);
    }
    if (owner.equals(FileChannel.class.getName())) {
      return name.equals("open");
    }
    if (owner.equals(PrintWriter.class.getName()) || owner.equals(PrintStream.class.getName())) {
      return target instanceof AccessTarget.ConstructorCallTarget made
          && made.getRawParameterTypes().stream()
              .anyMatch(
                  type -> type.isEquivalentTo(File.class) || type.isEquivalentTo(String.class));
    }
    return OPENERS.contains(owner) && name.equals("<init>");
  }

  private static DescribedPredicate<JavaClass> theStreams() {
    return DescribedPredicate.describe(
        "the streams of the process", type -> type.getSimpleName().equals("ProcessWriter"));
  }

  /// Makes a file under a name that the system gives it, so that there is nothing to be replaced
  /// and no link to be followed, and takes it away again.
  private static DescribedPredicate<JavaClass> aNewTemporaryFile() {
    return DescribedPredicate.describe(
        "a new temporary file", type -> type.getSimpleName().equals("SpooledFile"));
  }
}
