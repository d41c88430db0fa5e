/// Setup tests of whatever reaches another system: run as often as it helps, read, and with the
/// keys approved that they meet and a manifest pins. It must not know any kind by name, nor which
/// calls test an object, nor when a plan asks for tests.
@NullMarked
package dev.ftctl.kind.setuptest;

import org.jspecify.annotations.NullMarked;
