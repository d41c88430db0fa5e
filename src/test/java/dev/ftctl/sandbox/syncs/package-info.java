/// Syncs over the wire: what begins one, how it ends, and what the API tells of it. Knows nothing
/// of the reconciler.
@NullMarked
package dev.ftctl.sandbox.syncs;

import org.jspecify.annotations.NullMarked;
