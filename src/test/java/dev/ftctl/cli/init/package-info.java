@NullMarked
package dev.ftctl.cli.init;

import org.jspecify.annotations.NullMarked;
