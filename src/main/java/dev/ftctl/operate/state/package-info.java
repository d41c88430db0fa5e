/// Changing the state of connections: paused, idle, backed up, updated, compared, and in the end
/// paused or not as before, whatever fails on the way. It must not print.
@NullMarked
package dev.ftctl.operate.state;

import org.jspecify.annotations.NullMarked;
