/// The HTTP side against servers on loopback that answer by script, down to torn bodies. Nothing
/// here waits: time is a recording. Knows nothing of kinds nor of the simulator.
@NullMarked
package dev.ftctl.fivetran;

import org.jspecify.annotations.NullMarked;
