/// What can be wrong: problems with their places, and the exceptions that carry them. It must not
/// know how they are shown.
@NullMarked
package dev.ftctl.model.problem;

import org.jspecify.annotations.NullMarked;
