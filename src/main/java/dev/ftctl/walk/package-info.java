/// The walk from manifests to outcomes: a request as plain data in, a plan and what became of it
/// out, with the files that a run keeps. Must not know flags, terminals, the simulator, or how a
/// result is printed: whoever calls it tells the user.
@NullMarked
package dev.ftctl.walk;

import org.jspecify.annotations.NullMarked;
