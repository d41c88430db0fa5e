/// The project file: environments, defaults, limits, ignored objects, policies, secrets. It must
/// not know documents.
@NullMarked
package dev.ftctl.manifest.project;

import org.jspecify.annotations.NullMarked;
