/// What a text of SQL reads from, what it names itself, and where names of columns stand. Knows no
/// source and no destination.
@NullMarked
package dev.ftctl.sql.scope;

import org.jspecify.annotations.NullMarked;
