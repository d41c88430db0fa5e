@NullMarked
package dev.ftctl.accept;

import org.jspecify.annotations.NullMarked;
