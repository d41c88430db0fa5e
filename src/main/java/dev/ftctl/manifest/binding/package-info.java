/// Drafts bound to the tables of kinds: checked values, references, secrets; after it everything is
/// a resource. It must not read files or expand anything.
@NullMarked
package dev.ftctl.manifest.binding;

import org.jspecify.annotations.NullMarked;
