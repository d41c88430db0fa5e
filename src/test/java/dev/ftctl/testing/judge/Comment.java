package dev.ftctl.testing.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A plan as a forge reads it in a pull request: what of it is more than words, a table of three
/// columns, folded diffs.
public final class Comment {

  private static final int COLUMNS = 3;
  private static final int LONGEST = 65_536;
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final Pattern INLINE_HTML = Pattern.compile("<!-- -->|</?code>|<wbr>|<br>");
  private static final Pattern BLOCK_HTML =
      Pattern.compile(
          "<!-- ftctl:(?:fleet-)?(?:plan|drift|accept|apply|status|merge) account=[^<>]* -->|<!--"
              + " -->|</?(?:details|summary|code)>|</?details>");

  /// What forges make a link, a mention, a reference or a formula of in plain words.
  private static final Pattern ACTIVE =
      Pattern.compile("@\\w|(?<!&)#\\d|://|\\bwww[.]|(?i:\\bGH-\\d)|[!%]\\d|\\$[^ ]");

  /// What a comment on drift is divided into.
  private static final Set<String> PARTS =
      Set.of(
          "Breaks the manifests",
          "Undeclared",
          "New under the policy",
          "Intended: changed in the manifests, not applied yet",
          "Gone since the last run",
          "Left",
          "Accepted",
          "To be accepted");

  /// As GitHub's reader splits a row: a backslash takes the letter after it along.
  private static final Pattern CELL = Pattern.compile("(?:\\\\.|[^|\\\\])+");

  private final List<String> faults = new ArrayList<>();

  private Comment() {}

  /// What a name or a value has made of it; empty for a comment as it should be.
  public static List<String> faults(String markdown) {
    var comment = new Comment();
    comment.look(markdown);
    return comment.faults;
  }

  private void look(String markdown) {
    if (markdown.length() > LONGEST) {
      faults.add("has " + markdown.length() + " characters");
    }
    if (markdown.indexOf("<!-- ftctl:plan") != markdown.lastIndexOf("<!-- ftctl:plan")) {
      faults.add("has two markers");
    }
    markdown
        .lines()
        .filter(line -> line.startsWith("| "))
        .filter(line -> cells(line) != COLUMNS)
        .forEach(line -> faults.add("a row of " + cells(line) + " cells: " + line));
    Node document = PARSER.parse(markdown);
    document.accept(new Visitor());
  }

  private static long cells(String row) {
    Matcher cell = CELL.matcher(row.replaceFirst("^\\|", "").replaceFirst("\\|$", ""));
    return cell.results().count();
  }

  private final class Visitor extends AbstractVisitor {

    private int headings;
    private boolean isInCode;

    @Override
    public void visit(Link link) {
      faults.add("links to " + link.getDestination());
    }

    @Override
    public void visit(Image image) {
      faults.add("shows " + image.getDestination());
    }

    @Override
    public void visit(Heading heading) {
      boolean isPart =
          heading.getFirstChild() instanceof Text text
              && text.getNext() == null
              && PARTS.contains(text.getLiteral());
      if (!isPart && ++headings > 1) {
        faults.add("has another heading");
      }
      visitChildren(heading);
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      faults.add("has a block of code: " + block.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
      if (!"diff".equals(block.getInfo()) || block.getLiteral().contains("<!--")) {
        faults.add("has code of '" + block.getInfo() + "': " + block.getLiteral());
      }
    }

    @Override
    public void visit(HtmlInline html) {
      if (html.getLiteral().endsWith("code>")) {
        // Where forges look for nothing.
        isInCode = !html.getLiteral().startsWith("</");
      }
      if (!INLINE_HTML.matcher(html.getLiteral()).matches()) {
        faults.add("has the tag " + html.getLiteral());
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      String rest = BLOCK_HTML.matcher(html.getLiteral()).replaceAll("\u0001");
      if (rest.contains("<") || ACTIVE.matcher(shown(rest)).find()) {
        faults.add("has HTML: " + html.getLiteral());
      }
    }

    @Override
    public void visit(Text text) {
      if (!isInCode && ACTIVE.matcher(text.getLiteral()).find()) {
        faults.add("has active words: " + text.getLiteral());
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        int count = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          count += cell instanceof TableCell ? 1 : 0;
        }
        if (count != COLUMNS) {
          faults.add("a row of " + count + " cells");
        }
      }
      visitChildren(node);
    }

    private static String shown(String html) {
      return html.replace("&#64;", "@").replace("&#35;", "#").replace("&amp;", "&");
    }
  }
}
