@NullMarked
package dev.ftctl.yaml.edit;

import org.jspecify.annotations.NullMarked;
