/// The commands of `ftctl fleet`: another command, run for each environment of a project. It must
/// not know how any of them does what it does: each is run as if it were alone.
@NullMarked
package dev.ftctl.cli.fleet;

import org.jspecify.annotations.NullMarked;
