package dev.ftctl.live;

import dev.ftctl.kind.KindReader.Lookups;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Live;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.address.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Who may ask a source for what the account does not tell: a number of calls that is shared out in
/// the order of addresses, so that the same account always gives the same plan. Pure.
///
/// @param lookups of a kind, by its slug
/// @param most calls in all
record SourceLookups(Function<String, Optional<Lookups>> lookups, Quotas quotas, int most) {

  /// The calls of one resource; none where others had them all.
  record Share(Claims.Match match, Live live, Lookups lookups, int calls) {

    Address address() {
      return match.wanted().address();
    }

    Live learned() {
      return lookups.made(live, match.wanted(), calls);
    }
  }

  /// @param read what was read in detail
  List<Share> shares(List<Claims.Match> matches, Map<Address, Live> read) {
    var shares = new ArrayList<Share>();
    int left = Math.min(most, quota());
    List<Claims.Match> inOrder =
        matches.stream()
            .filter(match -> !match.wanted().metadata().isAbsent())
            .sorted(Comparator.comparing(match -> match.wanted().address()))
            .toList();
    for (Claims.Match match : inOrder) {
      Optional<Lookups> source = lookups.apply(match.live().kind());
      Live live = read.get(match.wanted().address());
      if (source.isPresent() && live != null) {
        int needed = source.get().needed(live, match.wanted());
        if (needed > 0) {
          int calls = Math.min(needed, left);
          left -= calls;
          shares.add(new Share(match, live, source.get(), calls));
        }
      }
    }
    return shares;
  }

  /// No plan waits for an hourly quota.
  private int quota() {
    return quotas.all().stream()
        .filter(quota -> quota.sort() == CallSort.SOURCE_INTERACTION)
        .filter(quota -> quota.window().compareTo(Duration.ofHours(1)) >= 0)
        .mapToInt(quota -> (int) Math.min(quota.limit(), Integer.MAX_VALUE))
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
