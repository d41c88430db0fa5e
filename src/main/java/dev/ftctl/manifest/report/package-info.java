/// Problems as they are found, with their places, until all of a phase are known. It must not know
/// what was being read.
@NullMarked
package dev.ftctl.manifest.report;

import org.jspecify.annotations.NullMarked;
