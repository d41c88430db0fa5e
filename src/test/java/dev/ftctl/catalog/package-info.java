/// Holds the catalogue's facts to account: counts, spot checks, naming and laziness. It reads only
/// what ships; the document that the facts come from is asked for in `extract`. It must not know
/// kinds or manifests.
@NullMarked
package dev.ftctl.catalog;

import org.jspecify.annotations.NullMarked;
