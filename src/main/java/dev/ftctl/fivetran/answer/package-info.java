/// Answers taken apart: envelopes, pages, JSON as values, bodies too long to keep. It must not send
/// anything.
@NullMarked
package dev.ftctl.fivetran.answer;

import org.jspecify.annotations.NullMarked;
