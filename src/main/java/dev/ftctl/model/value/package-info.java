/// Values of manifests and answers: a sealed tree, with the place and origin of each. It must not
/// know what a value is for.
@NullMarked
package dev.ftctl.model.value;

import org.jspecify.annotations.NullMarked;
