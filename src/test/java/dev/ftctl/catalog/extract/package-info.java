/// Runs the extraction on a small document of our own, and on Fivetran's when one is at hand.
/// Expected lines are written out in full, since their bytes are the format. It must not know how
/// the program reads the lines.
@NullMarked
package dev.ftctl.catalog.extract;

import org.jspecify.annotations.NullMarked;
