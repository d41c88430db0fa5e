/// The whole walk over the simulator, by HTTP, and what a walk is asked and keeps.
@NullMarked
package dev.ftctl.walk;

import org.jspecify.annotations.NullMarked;
