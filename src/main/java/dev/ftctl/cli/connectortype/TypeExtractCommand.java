package dev.ftctl.cli.connectortype;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.catalog.extract.CatalogExtraction;
import dev.ftctl.catalog.extract.Supplement;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl connector-type extract`: the catalogue, made again from a newer API document.
@Command(
    name = "extract",
    description = "Make the catalogue again from Fivetran's OpenAPI document (JSON).")
public final class TypeExtractCommand implements Callable<Integer> {

  private static final String SUPPLEMENT = "/schemas/catalog/supplement.json";

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(paramLabel = "OPENAPI", description = "The OpenAPI document.")
  String document = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      defaultValue = "schemas/catalog",
      description =
          "Where to write connections.jsonl, destinations.jsonl, logs.jsonl, private-links.jsonl"
              + " and defaults.tsv (default: ${DEFAULT-VALUE}).")
  String out = "";

  @Option(
      names = "--supplement",
      paramLabel = "FILE",
      defaultValue = "",
      description = "What the document leaves unsaid, instead of what ftctl knows.")
  String supplement = "";

  private final Run run;

  public TypeExtractCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    Path folder = run.console().folder().resolve(out);
    try {
      var extraction = new CatalogExtraction(read(document), Supplement.of(supplement()));
      int connectors = extraction.connectionLines().size();
      int destinations = extraction.destinationLines().size();
      if (connectors == 0) {
        throw refused(document + " describes no connection services");
      }
      extraction
          .files()
          .forEach(
              (name, text) -> WholeFile.write(run.console().disk(), folder.resolve(name), text));
      run.output()
          .result(
              "Wrote %d connector and %d destination services to %s.\n"
                  .formatted(connectors, destinations, out));
      return ExitCode.OK.number();
    } catch (JsonProcessingException malformed) {
      throw refused(document + " is no JSON");
    } catch (IOException | IllegalArgumentException unusable) {
      throw refused(String.valueOf(unusable.getMessage()));
    }
  }

  private JsonNode supplement() throws IOException {
    if (!supplement.isEmpty()) {
      return read(supplement);
    }
    try (InputStream bundled = TypeExtractCommand.class.getResourceAsStream(SUPPLEMENT)) {
      if (bundled == null) {
        throw new IllegalStateException("The class path has no " + SUPPLEMENT);
      }
      return new ObjectMapper().readTree(bundled);
    }
  }

  private JsonNode read(String file) throws IOException {
    Path path = run.console().folder().resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new RefusedException(Refusal.USAGE, "there is no file " + file, "");
    }
    return new ObjectMapper().readTree(path.toFile());
  }

  private static RefusedException refused(String message) {
    return new RefusedException(
        Refusal.FAILED,
        message,
        "Give Fivetran's OpenAPI document as JSON, and a writable folder.");
  }
}
