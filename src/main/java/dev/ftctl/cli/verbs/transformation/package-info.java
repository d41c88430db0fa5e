/// `ftctl transformation`: running, cancelling and looking at transformations.
@NullMarked
package dev.ftctl.cli.verbs.transformation;

import org.jspecify.annotations.NullMarked;
