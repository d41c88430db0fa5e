@NullMarked
package dev.ftctl.check;

import org.jspecify.annotations.NullMarked;
