/// Which names of a text of SQL mean objects of a source, and what these are called in the
/// destination. Knows no account and no files.
@NullMarked
package dev.ftctl.sql;

import org.jspecify.annotations.NullMarked;
