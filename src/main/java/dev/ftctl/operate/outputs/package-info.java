/// What others have to know of an account: the ids of its objects, and what the other side of a
/// connection lets in. Sends GETs only, and prints nothing.
@NullMarked
package dev.ftctl.operate.outputs;

import org.jspecify.annotations.NullMarked;
