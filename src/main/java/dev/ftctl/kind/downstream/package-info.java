/// What a change of the account breaks for those who read the warehouse: where objects land there,
/// and under which names. It must not know who reads it.
@NullMarked
package dev.ftctl.kind.downstream;

import org.jspecify.annotations.NullMarked;
