/// Tests of reports of drift.
@NullMarked
package dev.ftctl.render.drift;

import org.jspecify.annotations.NullMarked;
