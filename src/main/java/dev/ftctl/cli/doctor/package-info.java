/// What is set up for ftctl here, and what is missing: each thing looked at on its own, so that one
/// fault hides no other. It must not change anything.
@NullMarked
package dev.ftctl.cli.doctor;

import org.jspecify.annotations.NullMarked;
