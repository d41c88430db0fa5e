/// Texts of SQL in tokens, in several dialects. Knows nothing of what they mean.
@NullMarked
package dev.ftctl.sql.token;

import org.jspecify.annotations.NullMarked;
