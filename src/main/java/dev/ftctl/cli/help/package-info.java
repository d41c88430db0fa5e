/// What tells of the command line itself: help, completion, version. It must not know what any
/// command does.
@NullMarked
package dev.ftctl.cli.help;

import org.jspecify.annotations.NullMarked;
