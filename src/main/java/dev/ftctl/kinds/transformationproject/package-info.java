/// Transformation projects: the dbt repository of a group, which Fivetran clones with a key of its
/// own. It must not know the transformations that run in them.
@NullMarked
package dev.ftctl.kinds.transformationproject;

import org.jspecify.annotations.NullMarked;
