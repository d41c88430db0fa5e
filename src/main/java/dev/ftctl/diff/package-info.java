/// Desired against live: which change each resource needs. Pure. It must not read anything, order
/// anything, or judge what is allowed.
@NullMarked
package dev.ftctl.diff;

import org.jspecify.annotations.NullMarked;
