/// The one room that opens files: writes that follow no link to a file and leave no half of a text,
/// reads that end. It must not know what the files mean, nor print.
@NullMarked
package dev.ftctl.files;

import org.jspecify.annotations.NullMarked;
