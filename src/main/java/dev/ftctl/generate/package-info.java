/// Files for other tools, made of what manifests and account say: dbt's sources. It must not know
/// how manifests and the account are read, nor any kind by name.
@NullMarked
package dev.ftctl.generate;

import org.jspecify.annotations.NullMarked;
