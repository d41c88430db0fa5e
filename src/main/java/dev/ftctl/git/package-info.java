/// What git knows of the manifests' past. It asks the program git; nothing here changes a
/// repository but the ref of what was applied.
@NullMarked
package dev.ftctl.git;

import org.jspecify.annotations.NullMarked;
