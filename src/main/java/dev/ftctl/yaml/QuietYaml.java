package dev.ftctl.yaml;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.ftctl.model.shown.Visible;
import java.io.IOException;
import java.io.Writer;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/// YAML that acts on nothing that shows it: texts of several lines stand as a block of lines, but
/// in double quotes where a letter acts on a terminal, or where a CI runner could take a line for a
/// command of its own. Within the quotes such letters are escaped, so that the text stays the same.
final class QuietYaml extends YAMLFactory {

  private static final long serialVersionUID = 1L;

  QuietYaml(YAMLFactoryBuilder builder) {
    super(builder);
  }

  /// The document with letters that act as escapes; they stand in double quotes only.
  static String escaped(String document) {
    if (document.codePoints().noneMatch(QuietYaml::isEscaped)) {
      return document;
    }
    var escaped = new StringBuilder(document.length() + 16);
    document
        .codePoints()
        .forEach(point -> {
          if (isEscaped(point)) {
            escaped.append(String.format(point > 0xFFFF ? "\\U%08x" : "\\u%04x", point));
          } else {
            escaped.appendCodePoint(point);
          }
        });
    return escaped.toString();
  }

  private static boolean isEscaped(int point) {
    return point != '\n' && Visible.isActing(point);
  }

  @Override
  protected YAMLGenerator _createGenerator(Writer out, IOContext context) throws IOException {
    return new Generator(this, out, context);
  }

  private static final class Generator extends YAMLGenerator {

    Generator(QuietYaml factory, Writer out, IOContext context) throws IOException {
      super(
          context,
          factory._generatorFeatures,
          factory._yamlGeneratorFeatures,
          factory._quotingChecker,
          factory._objectCodec,
          out,
          factory._version);
    }

    @Override
    protected void _writeScalar(String text, String type, ScalarStyle style) throws IOException {
      super._writeScalar(
          text,
          type,
          style == ScalarStyle.LITERAL && isLoud(text) ? ScalarStyle.DOUBLE_QUOTED : style);
    }

    private static boolean isLoud(String text) {
      return text.contains("::")
          || text.contains("##")
          || text.codePoints().anyMatch(QuietYaml::isEscaped);
    }
  }
}
