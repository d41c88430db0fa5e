/// A plan as text, JSON and Markdown. It must not know how outcomes are shown.
@NullMarked
package dev.ftctl.render.plan;

import org.jspecify.annotations.NullMarked;
