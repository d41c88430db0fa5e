/// What the engine that tables drive finds, sends and asks for.
@NullMarked
package dev.ftctl.kind;

import org.jspecify.annotations.NullMarked;
