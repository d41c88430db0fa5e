/// Tests of the room that opens files.
@NullMarked
package dev.ftctl.files;

import org.jspecify.annotations.NullMarked;
