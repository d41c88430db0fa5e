/// The practice API: a small server on loopback with made-up data, for people who learn to write
/// connectors. It imitates no account: it must not know the simulator, kinds, manifests or the
/// client.
@NullMarked
package dev.ftctl.playground;

import org.jspecify.annotations.NullMarked;
