package dev.ftctl.manifest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.manifest.Folder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinksTest {

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @Test
  void tellACircleOnceFromItsFirstMember() {
    folder.file(
        "manifests/m.yaml", hook("c", "a") + hook("a", "b") + hook("b", "c") + hook("d", "a"));

    assertThat(folder.errors())
        .containsExactly(
            "manifests/m.yaml:8:23: reference-cycle: references go in a circle: "
                + "webhook/a → webhook/b → webhook/c → webhook/a");
  }

  @Test
  void refuseOneThatRefersToItself() {
    folder.file("manifests/m.yaml", hook("a", "a"));

    assertThat(folder.errors()).singleElement().asString().endsWith("webhook/a → webhook/a");
  }

  @Test
  void takeLongChainsInTheirStride() {
    var chain = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      chain.append(hook("h" + i, "h" + (i + 1)));
    }
    folder.file("manifests/m.yaml", chain.toString());

    assertThat(folder.addresses()).hasSize(5_000);
  }

  @Test
  void noteWhatOnlyTheAccountCanHave() {
    folder.file("manifests/m.yaml", hook("a", "hook") + hook("hooks", "a"));

    var notes = folder.read().warnings();

    assertThat(notes)
        .singleElement()
        .satisfies(note -> assertThat(note.fix()).isEqualTo("did you mean 'hooks'?"));
  }

  @Test
  void letWhatIsToBeAbsentReferToWhatIsToBeAbsent() {
    folder.file("manifests/m.yaml", absent(hook("a", "b")) + absent(hook("b", "b2")));

    assertThat(folder.errors()).isEmpty();
  }

  @Test
  void stayQuietWhenAFileEndsEarly() {
    folder.file(
        "manifests/a.yaml",
        "kind: SchemaSettings\nmetadata: {name: a}\nspec: {connector: orders}\n");
    folder.file("manifests/b.yaml", "kind: Connector\nmetadata: {name: orders\n");

    assertThat(folder.errors()).singleElement().asString().startsWith("manifests/b.yaml:");
  }

  private static String hook(String name, String after) {
    return "---\nkind: Webhook\nmetadata: {name: %s}\nspec: {url: x, after: %s}\n"
        .formatted(name, after);
  }

  private static String absent(String hook) {
    return hook.replace("}\nspec", ", absent: true}\nspec");
  }
}
