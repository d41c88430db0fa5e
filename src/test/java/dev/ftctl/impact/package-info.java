@NullMarked
package dev.ftctl.impact;

import org.jspecify.annotations.NullMarked;
