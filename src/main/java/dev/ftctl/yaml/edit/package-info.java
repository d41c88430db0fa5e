/// Changes values in a YAML file and leaves everything else as it stands: comments, order, quotes,
/// anchors, blank lines. It must not know what the values mean.
@NullMarked
package dev.ftctl.yaml.edit;

import org.jspecify.annotations.NullMarked;
