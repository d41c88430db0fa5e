package dev.ftctl.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/// A text of Markdown, read once: its headings with their anchors, its links, and itself as HTML.
public final class MarkdownText {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

  private final Node document;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  /// A heading with what stands below it up to the next.
  ///
  /// @param level 1 for the title
  /// @param text of its paragraphs, without marks
  public record Section(int level, String anchor, String heading, String text) {}

  public MarkdownText(String text) {
    document = PARSER.parse(text);
    document.accept(new Reading());
  }

  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /// The destinations of all links, as written.
  public List<String> links() {
    return List.copyOf(links);
  }

  public String title() {
    return sections.isEmpty() ? "" : sections.getFirst().heading();
  }

  /// @param destinations what the destination of a link becomes
  public String html(UnaryOperator<String> destinations) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            link.setDestination(destinations.apply(link.getDestination()));
            visitChildren(link);
          }
        });
    var anchors = sections.iterator();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(TABLES)
            .nodeRendererFactory(Blocks::new)
            .attributeProviderFactory(context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading) {
                    attributes.put("id", anchors.next().anchor());
                  }
                })
            .build();
    String html =
        Pattern.compile("<code>([^<\\n]{29,})</code>")
            .matcher(renderer.render(document))
            .replaceAll(code -> Matcher.quoteReplacement(code.group().replace(".", ".<wbr>")));
    return html.replace("<table>", "<div class=\"scroll\"><table>")
        .replace("</table>", "</table></div>")
        // Flags and names don't break at their hyphens; what is long may, at its dots.
        .replaceAll("<code>([^<\\n]{1,28})</code>", "<code class=\"short\">$1</code>")
        .replaceAll(
            "(<h[2-4] id=\"([^\"]*)\">)(.*?)(</h[2-4]>)",
            "$1$3<a class=\"anchor\" href=\"#$2\" aria-label=\"link to this section\">#</a>$4");
  }

  /// What a node says, without marks.
  static String plain(Node node) {
    var text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text one) {
            text.append(one.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak line) {
            text.append(' ');
          }

          @Override
          public void visit(HardLineBreak line) {
            text.append(' ');
          }
        });
    return text.toString();
  }

  private final class Reading extends AbstractVisitor {
    private final Slugs slugs = new Slugs();

    @Override
    public void visit(Heading heading) {
      String text = plain(heading);
      sections.add(new Section(heading.getLevel(), slugs.next(text), text, ""));
      visitChildren(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (!sections.isEmpty()) {
        Section last = sections.removeLast();
        String text = (last.text() + " " + plain(paragraph)).strip();
        sections.add(new Section(last.level(), last.anchor(), last.heading(), text));
      }
      visitChildren(paragraph);
    }

    @Override
    public void visit(BlockQuote quote) {
      visitChildren(quote);
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }
  }

  /// Code, coloured here, so that no script has to.
  private record Blocks(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      var block = (FencedCodeBlock) node;
      String info = block.getInfo() == null ? "" : block.getInfo();
      context.getWriter().line();
      context.getWriter().tag("pre", Map.of("class", "code in-" + info, "tabindex", "0"));
      context.getWriter().raw("<code>" + Colours.of(info, block.getLiteral()) + "</code>");
      context.getWriter().tag("/pre");
      context.getWriter().line();
    }
  }
}
