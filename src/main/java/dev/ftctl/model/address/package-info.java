/// Addresses of resources: their text form, patterns over them, the near ones of a misspelt one. It
/// must not know which kinds there are.
@NullMarked
package dev.ftctl.model.address;

import org.jspecify.annotations.NullMarked;
