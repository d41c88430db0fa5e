/// How fast a command goes on, and how long it waits. It must not know any command.
@NullMarked
package dev.ftctl.cli.pace;

import org.jspecify.annotations.NullMarked;
