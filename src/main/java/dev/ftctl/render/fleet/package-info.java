/// What a command came to in many accounts: as text, JSON, Markdown, and as the report that others
/// are joined with. It must not know how the command was run.
@NullMarked
package dev.ftctl.render.fleet;

import org.jspecify.annotations.NullMarked;
