/// To whom goes what Fivetran tells once, as kinds see it. It must not know any kind, nor what
/// stands behind: files, or nothing.
@NullMarked
package dev.ftctl.kind.handout;

import org.jspecify.annotations.NullMarked;
