/// Which files are read, which documents of them, which resources a run plans. It must not know
/// what the resources are.
@NullMarked
package dev.ftctl.manifest.selection;

import org.jspecify.annotations.NullMarked;
