/// A connection once more, in other groups: its document as manifests write it. It knows no files
/// and calls nobody.
@NullMarked
package dev.ftctl.export.copy;

import org.jspecify.annotations.NullMarked;
