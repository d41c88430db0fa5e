package dev.ftctl.kind;

import dev.ftctl.model.Live;
import java.util.List;

/// Reads the objects of one kind. Safe for use by many threads.
public interface KindReader {

  /// Every object of the account, in as few calls as it takes; a part has none of its own.
  List<Live> list();

  /// The object with what the list left out, if somebody is interested in any of it. For a part,
  /// `light` is its owner's id with no fields yet; a part that is not there has none afterwards.
  Live details(Live light, Interest interest);
}
