/// A report of drift as text, JSON, Markdown and Slack's blocks. It must not know how plans and
/// outcomes are shown.
@NullMarked
package dev.ftctl.render.drift;

import org.jspecify.annotations.NullMarked;
