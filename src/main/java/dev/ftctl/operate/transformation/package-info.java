/// Transformations: which there are, and running and cancelling them. It prints nothing.
@NullMarked
package dev.ftctl.operate.transformation;

import org.jspecify.annotations.NullMarked;
