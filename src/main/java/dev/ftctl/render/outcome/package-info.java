/// What an apply did, as text and JSON. It must not know how a plan is shown.
@NullMarked
package dev.ftctl.render.outcome;

import org.jspecify.annotations.NullMarked;
