/// Runs of whole commands inside the process, with a console of their own.
@NullMarked
package dev.ftctl.cli;

import org.jspecify.annotations.NullMarked;
