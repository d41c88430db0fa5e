/// Bytes and how they are asked for: the request, the tree of files, the texts in them. It must not
/// know what the files mean.
@NullMarked
package dev.ftctl.manifest.input;

import org.jspecify.annotations.NullMarked;
