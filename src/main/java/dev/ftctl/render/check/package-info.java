/// How tests of manifests ended, as text, JSON and JUnit. It must not know how they were run.
@NullMarked
package dev.ftctl.render.check;

import org.jspecify.annotations.NullMarked;
