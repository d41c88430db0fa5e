/// Names in SQL text.
@NullMarked
package dev.ftctl.sql;

import org.jspecify.annotations.NullMarked;
