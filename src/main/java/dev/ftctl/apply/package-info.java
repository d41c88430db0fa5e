/// Carries out a plan: the graph of steps on virtual threads, bounded; outcomes as values; an
/// observer that sees every write. It must not decide what is right or allowed, nor print.
@NullMarked
package dev.ftctl.apply;

import org.jspecify.annotations.NullMarked;
