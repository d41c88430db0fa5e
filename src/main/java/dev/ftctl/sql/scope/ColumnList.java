package dev.ftctl.sql.scope;

import java.util.ArrayList;
import java.util.List;

/// Reads names in brackets that a text gives to columns itself: `AS t (a, b)`.
record ColumnList(Words words) {

  /// @return none where no bracket stands here
  List<String> read() {
    var names = new ArrayList<String>();
    if (!words.isSign('(')) {
      return names;
    }
    boolean isFirst = true;
    int depth = 0;
    do {
      if (words.isSign('(')) {
        depth++;
      } else if (words.isSign(')')) {
        depth--;
      } else if (isFirst && depth == 1 && words.isChainStart()) {
        names.add(words.chain(false).last().name());
        isFirst = false;
        continue;
      }
      isFirst = words.isSign(',') || isFirst;
      words.skip();
    } while (depth > 0 && !words.isStatementEnd());
    return names;
  }
}
