/// Readers of what ftctl prints that are none of ours: a terminal, a CI runner, a forge's Markdown.
/// They must not use what they judge.
@NullMarked
package dev.ftctl.testing.judge;

import org.jspecify.annotations.NullMarked;
