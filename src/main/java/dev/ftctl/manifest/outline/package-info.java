/// What unchanged files come to, known without reading them: names, references, and what those
/// stood on. It must not know how anything is expanded or bound.
@NullMarked
package dev.ftctl.manifest.outline;

import org.jspecify.annotations.NullMarked;
