/// Plain kinds, over calls that only note what they are sent.
@NullMarked
package dev.ftctl.kind.plain;

import org.jspecify.annotations.NullMarked;
