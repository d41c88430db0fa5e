/// Documents as they are written: head, metadata, templates, overlays, `for_each`. It must not know
/// the tables of kinds.
@NullMarked
package dev.ftctl.manifest.document;

import org.jspecify.annotations.NullMarked;
