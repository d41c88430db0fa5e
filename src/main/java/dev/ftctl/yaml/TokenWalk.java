package dev.ftctl.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/// Follows the tokens of a text and tells its lines where to stand.
final class TokenWalk {

  private static final int STEP = 2;

  private final List<Line> lines;
  private final List<Block> open = new ArrayList<>();
  private int flowDepth;
  private int flowLine;
  private int flowShift;

  /// Whether what follows is a key, which stands where its mapping does.
  private boolean isKeyNext;

  /// The line of the last token's end, its column there, and how far the line has moved there.
  private int line = -1;

  private int column;
  private int shift;
  private Token.ID last = Token.ID.StreamStart;
  private boolean keepsLineEnds;

  TokenWalk(List<Line> lines) {
    this.lines = lines;
  }

  /// Whether the last token is a block scalar to which blank lines at its end belong.
  boolean keepsLineEnds() {
    return keepsLineEnds;
  }

  void take(Token token) {
    Mark start = token.getStartMark().orElseThrow();
    switch (token.getTokenId()) {
      case StreamStart, StreamEnd, Comment -> {}
      case BlockMappingStart -> push(start.getColumn(), false, false);
      case BlockSequenceStart -> push(start.getColumn(), true, false);
      case BlockEnd -> {
        closeOpenEnded();
        open.removeLast();
      }
      case Key -> takeKey(token, start);
      case BlockEntry -> {
        if (open.isEmpty() || !open.getLast().isList()) {
          push(start.getColumn(), true, true);
        }
        takeReal(token, start);
      }
      case FlowMappingStart, FlowSequenceStart -> {
        takeReal(token, start);
        if (flowDepth++ == 0) {
          flowLine = start.getLine();
          flowShift = shift;
        }
      }
      case FlowMappingEnd, FlowSequenceEnd -> takeFlowEnd(token, start);
      case Alias, Anchor, Directive, DocumentEnd, DocumentStart, FlowEntry, Scalar, Tag, Value ->
          takeReal(token, start);
    }
  }

  private void push(int from, boolean isList, boolean isOpenEnded) {
    open.add(new Block(from, inner(), isList, isOpenEnded));
  }

  /// The column of what stands inside the innermost block.
  private int inner() {
    return open.isEmpty() ? 0 : open.getLast().newColumn() + STEP;
  }

  private void closeOpenEnded() {
    if (!open.isEmpty() && open.getLast().isOpenEnded()) {
      open.removeLast();
    }
  }

  private void takeKey(Token token, Mark start) {
    if (flowDepth > 0) {
      return;
    }
    closeOpenEnded();
    isKeyNext = true;
    if (token.getEndMark().orElseThrow().getColumn() > start.getColumn()) {
      takeReal(token, start);
    }
  }

  private void takeFlowEnd(Token token, Mark start) {
    if (--flowDepth == 0) {
      int least = open.isEmpty() ? 0 : open.getLast().newColumn();
      goOn(flowLine, start.getLine(), flowShift, least);
    }
    takeReal(token, start);
  }

  private void takeReal(Token token, Mark start) {
    if (flowDepth == 0) {
      arrive(token, start);
    }
    if (token instanceof ScalarToken scalar && flowDepth == 0) {
      takeLines(scalar, start);
    }
    Mark end = token.getEndMark().orElseThrow();
    boolean isSameLine = end.getLine() == start.getLine();
    line = isSameLine ? start.getLine() : end.getLine();
    column = end.getColumn();
    shift = isSameLine || line >= lines.size() ? shift : lines.get(line).shift();
    last = token.getTokenId();
    if (flowDepth == 0 && start.getLine() < lines.size() && lines.get(start.getLine()).isTaken()) {
      lines.get(start.getLine()).opened(List.copyOf(open));
    }
  }

  /// Moves the token to its place: at the beginning of its line, or behind what stands before it.
  private void arrive(Token token, Mark start) {
    Line here = lines.get(start.getLine());
    if (!here.isTaken()) {
      here.begin(columnOf(token));
      shift = here.shift();
    } else if (line == start.getLine() && column <= start.getColumn()) {
      switch (last) {
        case BlockEntry, Value, Key -> shift += here.replace(column, start.getColumn(), " ");
        case Scalar -> {
          if (token.getTokenId() == Token.ID.Value) {
            shift += here.replace(column, start.getColumn(), "");
          }
        }
        default -> {}
      }
    }
    isKeyNext = false;
  }

  private int columnOf(Token token) {
    return switch (token.getTokenId()) {
      case Directive, DocumentStart, DocumentEnd -> 0;
      case BlockEntry, Key, Value -> open.isEmpty() ? 0 : open.getLast().newColumn();
      default -> isKeyNext && !open.isEmpty() ? open.getLast().newColumn() : inner();
    };
  }

  private void takeLines(ScalarToken scalar, Mark start) {
    int end = scalar.getEndMark().orElseThrow().getLine();
    keepsLineEnds = false;
    switch (scalar.getStyle()) {
      case ScalarStyle.LITERAL, ScalarStyle.FOLDED -> {
        var content = new ScalarContent(lines, start, end, open.isEmpty() ? null : open.getLast());
        content.move();
        keepsLineEnds = content.keepsLineEnds();
      }
      default -> goOn(start.getLine(), end, shift, inner());
    }
  }

  /// Moves the lines after the first, up to the last, of what began in the first.
  private void goOn(int first, int end, int by, int least) {
    for (int index = first + 1; index <= Math.min(end, lines.size() - 1); index++) {
      Line here = lines.get(index);
      here.goOn(Math.max(least, here.indent() + by));
    }
  }
}
