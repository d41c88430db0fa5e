/// The tables that kinds are described with: fields, their shapes and traits, the catalogue's
/// services as tables. It must not know resources, comparisons or the API.
@NullMarked
package dev.ftctl.kind.table;

import org.jspecify.annotations.NullMarked;
