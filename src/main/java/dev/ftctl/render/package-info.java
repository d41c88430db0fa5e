/// Plans, outcomes and problems as text and JSON. Decides nothing.
@NullMarked
package dev.ftctl.render;

import org.jspecify.annotations.NullMarked;
