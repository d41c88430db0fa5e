/// `ftctl sql`: SQL files and the names in them.
@NullMarked
package dev.ftctl.cli.sql;

import org.jspecify.annotations.NullMarked;
