/// What opens doors: system keys, and the managers that keep secrets outside of Fivetran. It must
/// not know other families.
@NullMarked
package dev.ftctl.sandbox.keys;

import org.jspecify.annotations.NullMarked;
