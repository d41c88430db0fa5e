/// Sinks and reserves of what Fivetran tells once: who gets it, and where it waits until he has it.
/// It must not know any kind, nor which calls tell something.
@NullMarked
package dev.ftctl.handout;

import org.jspecify.annotations.NullMarked;
