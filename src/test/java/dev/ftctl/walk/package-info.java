/// The whole walk over the simulator, by HTTP.
@NullMarked
package dev.ftctl.walk;

import org.jspecify.annotations.NullMarked;
