package dev.ftctl.kind;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.List;

/// Reads the objects of one kind. Safe for use by many threads.
public interface KindReader {

  /// Every object of the account, in as few calls as it takes; a part has none of its own.
  List<Live> list();

  /// The object as `wanted` needs it for comparison: what the list left out is read, if anything
  /// that the manifest names is among it. For a part, `light` is its owner's id with no fields yet.
  Live details(Live light, Resource wanted);
}
