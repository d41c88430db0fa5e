/// Runs that end badly: killed, cut off, answered with faults, stopped by a signal. The simulator
/// is a process of its own wherever a crash of the client matters. It knows of the program only
/// what a user sees: arguments, exit codes, output, and the account afterwards.
@NullMarked
package dev.ftctl.crash;

import org.jspecify.annotations.NullMarked;
