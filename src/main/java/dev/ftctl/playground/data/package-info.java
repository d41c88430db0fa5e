/// What the practice API answers with: made-up records, companies and credentials, the same for the
/// same seed. It must not know HTTP.
@NullMarked
package dev.ftctl.playground.data;

import org.jspecify.annotations.NullMarked;
