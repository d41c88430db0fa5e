/// What the practice API makes up, without HTTP.
@NullMarked
package dev.ftctl.playground.data;

import org.jspecify.annotations.NullMarked;
