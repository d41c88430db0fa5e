/// Desired against live, and against what was desired before: which change each resource needs.
/// Pure. It must not know any kind by name, read anything, order anything, or judge what is
/// allowed.
@NullMarked
package dev.ftctl.diff;

import org.jspecify.annotations.NullMarked;
