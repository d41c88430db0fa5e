/// The log that a run keeps in a file beside what it tells: lines, levels, formats.
@NullMarked
package dev.ftctl.cli.log;

import org.jspecify.annotations.NullMarked;
