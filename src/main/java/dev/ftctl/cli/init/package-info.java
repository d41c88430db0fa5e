/// `ftctl init`: what a repository of manifests begins with, and how it joins what stands in a
/// folder already. It must not know what manifests mean.
@NullMarked
package dev.ftctl.cli.init;

import org.jspecify.annotations.NullMarked;
