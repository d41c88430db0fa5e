package dev.ftctl.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The site that is made of this checkout.
final class SiteTest {

  private static final Repository REPOSITORY = new Repository(Path.of(""));
  private static final Pattern GENERATED_OR_LISTED =
      Pattern.compile("docs/(decisions|reference/(commands|fields))/.*");

  @TempDir static Path folder;

  @BeforeAll
  static void make() throws IOException {
    Site.make(REPOSITORY, folder);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    var check = new LinkCheck(folder);

    assertThat(check.broken()).isEmpty();
    assertThat(check.checked()).isGreaterThan(10_000);
  }

  @Test
  void everyDocumentIsInTheNavigationOnce() {
    List<Page> pages = REPOSITORY.pages();

    List<String> listed =
        Navigation.of(pages).entries().stream().map(Navigation.Entry::file).toList();

    assertThat(pages)
        .extracting(Page::path)
        .filteredOn(path -> path.startsWith("docs/"))
        .filteredOn(path -> !GENERATED_OR_LISTED.matcher(path).matches())
        .isSubsetOf(listed);
    assertThat(listed).doesNotHaveDuplicates();
  }

  @Test
  void everyServiceHasAPageWithItsExample() throws IOException {
    assertThat(ServicePages.all())
        .hasSize(773 + 37)
        .allSatisfy(
            service -> assertThat(folder.resolve(service.path() + ".html")).isNotEmptyFile());
    assertThat(Files.readString(folder.resolve("services/connectors/postgres.html")))
        .contains("<span class=\"key\">schema_prefix</span>", "POSTGRES_PASSWORD");
  }

  @Test
  void searchKnowsSectionsAndServices() throws IOException {
    assertThat(Files.readString(folder.resolve("search.js")))
        .startsWith("window.ftctlSearch=[[")
        .contains("docs/reference/cli.html#exit-codes", "services/connectors/tiktok_ads.html")
        .hasSizeLessThan(700_000);
  }

  @Test
  void programsFindTheTextOfEveryPageThatIsListedForThem() throws IOException {
    String list = Files.readString(folder.resolve("llms.txt"));

    List<String> named =
        Pattern.compile("\\]\\(([^)]*)\\)")
            .matcher(list)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named)
        .hasSizeGreaterThan(30)
        .allSatisfy(file -> assertThat(folder.resolve(file)).isNotEmptyFile());
    assertThat(Files.readString(folder.resolve("llms-full.txt"))).contains("# Adopt an account");
  }

  @Test
  void brokenLinksAreFound(@TempDir Path other) throws IOException {
    Files.writeString(
        other.resolve("a.html"), "<h2 id=\"here\"></h2><a href=\"b.html#there\">b</a>");
    Files.writeString(
        other.resolve("b.html"),
        "<a href=\"a.html#here\">a</a><a href=\"a.html#gone\">a</a><a href=\"c.html\">c</a>"
            + "<a href=\"https://example.com\">e</a><a href=\"../a.html\">a</a>");

    assertThat(new LinkCheck(other).broken())
        .containsExactly(
            "a.html: b.html#there", "b.html: a.html#gone", "b.html: c.html", "b.html: ../a.html");
  }
}
