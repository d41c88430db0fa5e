/// The dependency graph as Mermaid, DOT, SVG and JSON.
@NullMarked
package dev.ftctl.render.graph;

import org.jspecify.annotations.NullMarked;
