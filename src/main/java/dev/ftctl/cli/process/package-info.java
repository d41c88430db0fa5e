/// The process that a command runs in: console, output, files it writes, signals, exit codes. It
/// must not know flags or commands.
@NullMarked
package dev.ftctl.cli.process;

import org.jspecify.annotations.NullMarked;
