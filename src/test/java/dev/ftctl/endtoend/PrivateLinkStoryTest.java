package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/how-to/private-link.md, line by line, on the example beside it.
class PrivateLinkStoryTest {

  private static final String LINK = "orders_aws";

  @TempDir Path folder;

  @Test
  void fromALinkToItsFirstSync() throws Exception {
    Workspace.copy(Path.of("examples/networking"), folder.resolve("manifests"));
    try (var links = new LinkCase(folder.resolve("other"))) {
      links.course(LINK, "{'looks': 16}");
      var story =
          new Story(
              folder,
              workspace -> workspace.reaching(links.lab.sandbox()).waitingBy(new Impatient()));
      Map<String, Runnable> events =
          Map.of(
              "Suppose that the owners have a new service",
              () ->
                  links.course(
                      LINK,
                      "{'looks': 2, 'ends': 'FAIL', 'summary': 'The service does not exist'}"),
              "the owners accept once more",
              () -> links.course(LINK, "{'ends': 'OK'}"));

      new ToldPage(story, events).tell(Path.of("docs/how-to/private-link.md"));

      assertThat(story.commands()).hasSizeGreaterThan(8);
    }
  }
}
