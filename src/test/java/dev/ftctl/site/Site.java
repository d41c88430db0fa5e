package dev.ftctl.site;

import dev.ftctl.connectortype.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Makes the site: `java dev.ftctl.site.Site REPOSITORY FOLDER`. It ends with 1 and says which,
/// where a link leads nowhere.
public final class Site {

  private final Repository repository;
  private final Path folder;
  private final Links links;
  private final FilePages filePages;
  private final Layout layout;
  private final List<Page> pages;
  private final Navigation navigation;
  private final SearchIndex search = new SearchIndex();
  private final Map<String, Page> written = new HashMap<>();

  private Site(Repository repository, Path folder) {
    this.repository = repository;
    this.folder = folder;
    links = new Links(repository);
    filePages = new FilePages(repository);
    pages = repository.pages();
    navigation = Navigation.of(pages);
    layout = new Layout(navigation);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]).toAbsolutePath().normalize();
    make(new Repository(Path.of(arguments[0])), folder);
    var check = new LinkCheck(folder);
    List<String> broken = check.broken();
    broken.forEach(link -> System.err.println("broken link: " + link));
    System.out.printf("%s: %d links, %d broken%n", folder, check.checked(), broken.size());
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  /// @param folder to write into; what else is there stays
  public static void make(Repository repository, Path folder) throws IOException {
    new Site(repository, folder).make();
  }

  private void make() throws IOException {
    List<ServicePages.Service> services = ServicePages.all();
    Page index = ServicePages.index(services);
    links.made(index);
    services.forEach(service -> links.made(ServicePages.page(service)));
    for (Page page : pages) {
      write(page, page.path());
    }
    write(index, "");
    for (ServicePages.Service service : services) {
      write(ServicePages.page(service), "");
      put(service.path() + ".yaml", Example.of(service.type()));
    }
    linkedFiles();
    for (String part : List.of("site.css", "site.js")) {
      put(part, Layout.part(part));
    }
    put("search.js", search.script());
    put("llms.txt", MachineTexts.list(navigation, written));
    put("llms-full.txt", MachineTexts.all(navigation, written));
  }

  private void write(Page page, String source) throws IOException {
    var text = new MarkdownText(page.text());
    String title = text.title();
    text.sections().forEach(section -> search.add(page.file(), title, section));
    String html = text.html(destination -> links.of(page, destination));
    put(page.file(), layout.page(page.file(), title, html, text.sections(), source));
    put(page.path(), page.text());
    written.put(page.path(), page);
  }

  /// Folders may lead to more.
  private void linkedFiles() throws IOException {
    var done = new TreeSet<String>();
    while (!done.containsAll(links.files())) {
      for (String path : new ArrayList<>(links.files())) {
        if (done.add(path)) {
          linked(path);
        }
      }
    }
  }

  private void linked(String path) throws IOException {
    if (repository.isFolder(path)) {
      write(filePages.folder(path), path);
    } else {
      put(path + ".html", layout.page(path + ".html", path, filePages.file(path), List.of(), path));
    }
  }

  private void put(String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.resolveSibling(""));
    Files.writeString(target, text);
  }
}
