/// The commands: arguments in, a call, rendering. No rules live here.
@NullMarked
package dev.ftctl.cli;

import org.jspecify.annotations.NullMarked;
