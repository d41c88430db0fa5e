@NullMarked
package dev.ftctl.generate;

import org.jspecify.annotations.NullMarked;
