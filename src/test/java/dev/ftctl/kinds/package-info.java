/// Every kind against the simulator, call by call.
@NullMarked
package dev.ftctl.kinds;

import org.jspecify.annotations.NullMarked;
