/// Writes what the account has into the manifests: chooses for each difference the place that may
/// take it, and proves of every edit that nothing else changes by it. It must not know how files
/// are read or written, nor how the result is printed.
@NullMarked
package dev.ftctl.accept;

import org.jspecify.annotations.NullMarked;
