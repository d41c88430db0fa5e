/// How connections are: what of an account's answers is health, how old data is, what became of the
/// last syncs. It asks for no more than lists and histories, and prints nothing.
@NullMarked
package dev.ftctl.operate.status;

import org.jspecify.annotations.NullMarked;
