/// The commands of `ftctl sandbox`: the simulator, stand-alone. No rules live here.
@NullMarked
package dev.ftctl.cli.sandbox;

import org.jspecify.annotations.NullMarked;
