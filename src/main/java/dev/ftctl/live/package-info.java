/// The account as it is: pages through the API in parallel, matches by identity, reads details only
/// where the scope asks. It must not know manifests' files, nor what will be done with what it
/// read.
@NullMarked
package dev.ftctl.live;

import org.jspecify.annotations.NullMarked;
