/// Documents made into drafts: layers merged, fan-outs and nested documents spread, one draft for
/// each resource. It must not know what a field means beyond its shape.
@NullMarked
package dev.ftctl.manifest.expansion;

import org.jspecify.annotations.NullMarked;
