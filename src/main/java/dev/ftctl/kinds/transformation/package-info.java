/// Transformations: dbt jobs of a project, and Quickstart packages over connections. It must not
/// know projects and connections beyond their addresses, groups and services.
@NullMarked
package dev.ftctl.kinds.transformation;

import org.jspecify.annotations.NullMarked;
