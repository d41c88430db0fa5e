/// Files whose bytes matter and not what they say: what is uploaded, what is downloaded, and their
/// hashes. None of them is ever in memory as a whole.
@NullMarked
package dev.ftctl.model.file;

import org.jspecify.annotations.NullMarked;
