package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @Test
  void areKnownByTheirSource() {
    hook("${env:SECRET}").environment("SECRET", "hunter22");

    SecretSource source = secret();

    assertThat(source.name()).isEqualTo("env:SECRET");
    assertThat(source.reveal()).contains("hunter22");
  }

  /// The account may show a secret that this run does not send.
  @Test
  void areMaskedBeforeAnybodyAsksForThem() {
    hook("${env:SECRET}").environment("SECRET", "hunter22");

    secret();

    assertThat(folder.redaction.mask("hunter22")).isEqualTo("(secret)");
  }

  @Test
  void mayBeUnsetUntilTheyAreSent() {
    hook("pre-${env:SECRET}-${file:nowhere.txt}");

    SecretSource source = secret();

    assertThat(source.name()).isEqualTo("env:SECRET, file:nowhere.txt");
    assertThat(source.reveal()).isEmpty();
  }

  @Test
  void mayHaveHarmlessDefaultsWithoutWarning() {
    hook("${env:SECRET:-harmless-secret}");

    assertThat(folder.warnings()).isEmpty();
    assertThat(secret().reveal()).contains("harmless-secret");
  }

  @Test
  void areMaskedAtOnceAndWarnedOfWhenLiteral() {
    hook("hunter22");

    assertThat(folder.warnings())
        .singleElement()
        .asString()
        .contains("literal-secret")
        .doesNotContain("hunter22");
    assertThat(folder.redaction.mask("it is hunter22")).isEqualTo("it is (secret)");
    assertThat(secret().name()).isEqualTo("literal");
  }

  @Test
  void areRefusedWhenLiteralAndStrict() {
    hook("hunter22").strict();

    assertThat(folder.errors()).singleElement().asString().contains("literal-secret");
  }

  @Test
  void areWarnedOfWhenTooShortToMask() {
    hook("${env:SECRET}").environment("SECRET", "abc");

    assertThat(folder.warnings()).singleElement().asString().contains("short-secret");
  }

  @Test
  void areNotWarnedOfWhenJustLongEnoughToMask() {
    hook("${env:SECRET}").environment("SECRET", "abcdef");

    assertThat(folder.warnings()).isEmpty();
    assertThat(folder.redaction.mask("abcdef")).isEqualTo("(secret)");
  }

  @Test
  void fromAVariableNameIt() {
    folder.file("ftctl.yaml", "variables: {secret: hunter22, other: \"${env:SECRET}\"}\n");
    hook("${var:secret}");

    assertThat(secret().name()).isEqualTo("var:secret");
    assertThat(folder.warnings()).singleElement().asString().contains("literally in var:secret");
  }

  @Test
  void fromAVariableOfTheEnvironmentNameThat() {
    folder.file("ftctl.yaml", "variables: {secret: \"${env:SECRET}\"}\n");
    hook("${var:secret}");

    assertThat(secret().name()).isEqualTo("env:SECRET");
  }

  @Test
  void fromAVariableThatNothingDefinesAreErrors() {
    hook("${var:secret}");

    assertThat(folder.errors()).singleElement().asString().contains("undefined-variable");
  }

  @Test
  void neverShowInTheExcerptOfAFileThatCannotBeRead() {
    folder.file("manifests/m.yaml", "kind: Webhook\nspec:\n  secret: hunter22\n  url: a: b\n");

    var broken = catchThrowableOfType(ManifestException.class, folder::read);

    var excerpt = String.join("\n", broken.sources().excerpt(broken.problems().getFirst().place()));
    assertThat(excerpt).contains("hunter22");
    assertThat(folder.redaction.mask(excerpt)).contains("secret: (secret)");
  }

  @Test
  void neverShowWhenTheirFieldIsMisspelt() {
    folder.file(
        "manifests/m.yaml",
        "kind: Webhook\nmetadata: {name: a}\nspec: {url: x, secert: hunter22}\n");

    assertThat(folder.errors()).hasSize(1);
    assertThat(folder.redaction.mask("hunter22")).isEqualTo("(secret)");
  }

  @Test
  void neverPrintWithWhatHoldsThem() {
    hook("hunter22");

    assertThat(folder.read().toString()).doesNotContain("hunter22");
  }

  private Folder hook(String secret) {
    return folder.file(
        "manifests/m.yaml",
        "kind: Webhook\nmetadata: {name: a}\nspec: {url: x, secret: \"" + secret + "\"}\n");
  }

  private SecretSource secret() {
    return ((Value.Secret) folder.resource("webhook/a").spec().get("secret")).source();
  }
}
