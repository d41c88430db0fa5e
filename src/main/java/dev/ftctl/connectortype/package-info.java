/// What services there are and what their configuration takes, as commands show it: from the
/// catalogue or from the account's metadata. It must not know kinds, how manifests are read, or how
/// anything is printed on a screen.
@NullMarked
package dev.ftctl.connectortype;

import org.jspecify.annotations.NullMarked;
