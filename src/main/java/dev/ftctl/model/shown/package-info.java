/// Texts that others wrote, made harmless for what shows or copies them: terminals, runners,
/// shells. It must not know what a text is about.
@NullMarked
package dev.ftctl.model.shown;

import org.jspecify.annotations.NullMarked;
