/// Holds the shape of the program: who may use whom, what things are called, what files say. It
/// reads class files and source files. It knows no behaviour and starts nothing.
@NullMarked
package dev.ftctl.architecture;

import org.jspecify.annotations.NullMarked;
