/// The health of connections as a table, Markdown, JSON and OpenMetrics. Decides nothing, and reads
/// no clock.
@NullMarked
package dev.ftctl.render.status;

import org.jspecify.annotations.NullMarked;
