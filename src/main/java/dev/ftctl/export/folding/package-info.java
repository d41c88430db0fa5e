/// Several documents that say nearly the same become one: a connector in several groups, or rows of
/// a CSV file. Pure; it knows documents alone.
@NullMarked
package dev.ftctl.export.folding;

import org.jspecify.annotations.NullMarked;
