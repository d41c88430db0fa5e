/// Tests of located trees. They know nothing of what manifests mean.
@NullMarked
package dev.ftctl.yaml;

import org.jspecify.annotations.NullMarked;
