package dev.ftctl.impact;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A `manifest.json` of dbt, read as a stream: of a file of some hundred megabytes nothing is kept
/// but names and what depends on what.
public final class DbtManifestFile {

  static final String MAKE =
      "Run `dbt parse` and name the file that it writes: target/manifest.json.";

  /// In bytes; the largest projects write some hundred megabytes.
  private static final long LARGEST = 2_000_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(100_000_000)
                  .build())
          .build();

  private DbtManifestFile() {}

  /// What these files hold together.
  ///
  /// @param folder that their paths start from
  /// @throws RefusedException when one isn't there (64), or is no manifest of dbt (65)
  public static DbtManifest read(Path folder, List<String> files) {
    var all = new ArrayList<DbtManifest>();
    for (String file : files) {
      all.add(read(folder.resolve(file), file));
    }
    return all.isEmpty() ? DbtManifest.NONE : DbtManifest.joined(all);
  }

  private static DbtManifest read(Path file, String shown) {
    if (Files.isDirectory(file)) {
      throw missing(shown, "is a folder");
    }
    try (InputStream in = open(file, shown);
        JsonParser parser = JSON.createParser(in)) {
      return new ManifestParsing(parser).read();
    } catch (JacksonException broken) {
      JsonLocation at = broken.getLocation();
      String place = at == null ? shown : shown + ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new RefusedException(
          Refusal.INVALID, place + ": the file is no JSON, or not whole", MAKE);
    } catch (ManifestParsing.NotOfDbtException other) {
      throw new RefusedException(
          Refusal.INVALID, shown + other.place() + ": " + other.getMessage(), MAKE);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't read " + shown + ": " + Reasons.of(unreadable),
          "Make it readable, or leave --dbt-manifest out.");
    }
  }

  private static InputStream open(Path file, String shown) throws IOException {
    if (!Files.exists(file)) {
      throw missing(shown, "is not there");
    }
    return new Bounded(Files.newInputStream(file), shown);
  }

  private static RefusedException missing(String shown, String why) {
    return new RefusedException(Refusal.USAGE, "--dbt-manifest " + shown + " " + why, MAKE);
  }

  /// Ends in words where a file, or a pipe, does not end.
  private static final class Bounded extends FilterInputStream {
    private final String shown;
    private long count;

    private Bounded(InputStream in, String shown) {
      super(in);
      this.shown = shown;
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      return counted(read, Math.max(0, read));
    }

    private int counted(int result, int read) {
      count += read;
      if (count > LARGEST) {
        throw new RefusedException(
            Refusal.INVALID, shown + " is larger than 2 GB, which no manifest of dbt is", MAKE);
      }
      return result;
    }
  }
}
