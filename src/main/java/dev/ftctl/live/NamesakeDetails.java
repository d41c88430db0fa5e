package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.problem.ApiException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads what tells which one counts of several objects of one natural key. Where there are none,
/// which is nearly always, it costs no call.
record NamesakeDetails(Account account, KindList kinds, Parallel parallel) {

  /// The lists, by slug, with the details of such objects.
  Map<String, List<Live>> in(Map<String, List<Live>> lists) {
    var richer = new HashMap<>(lists);
    for (Kind kind : kinds.kinds()) {
      if (kind.definition().namesakes().isPresent()) {
        richer.computeIfPresent(kind.definition().slug(), (slug, list) -> detailed(kind, list));
      }
    }
    return richer;
  }

  private List<Live> detailed(Kind kind, List<Live> list) {
    Map<String, Long> counts =
        list.stream().collect(Collectors.groupingBy(Live::identity, Collectors.counting()));
    if (counts.size() == list.size()) {
      return list;
    }
    KindReader reader = kind.reader(account);
    var refused = new Refused(account, kinds);
    return parallel.all(
        list.stream()
            .map(live ->
                new Parallel.Task<>(
                    live.label(),
                    () ->
                        counts.getOrDefault(live.identity(), 0L) > 1
                            ? read(reader, live, refused)
                            : live))
            .toList());
  }

  private static Live read(KindReader reader, Live live, Refused refused) {
    try {
      return reader.details(live, new Interest.Whole());
    } catch (ApiException failed) {
      refused.judge(live, failed);
      // Without it nobody can tell which of them is meant.
      throw failed;
    }
  }
}
