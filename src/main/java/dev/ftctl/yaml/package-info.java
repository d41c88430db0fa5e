/// Located trees from YAML. The YAML libraries live only here.
@NullMarked
package dev.ftctl.yaml;

import org.jspecify.annotations.NullMarked;
