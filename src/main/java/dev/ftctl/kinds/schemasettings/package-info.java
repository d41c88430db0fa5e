/// Schema settings: which schemas, tables and columns of a connection sync, and how. A part of its
/// connection. It must not know any other kind; what it is a part of it knows by reference and id
/// only.
@NullMarked
package dev.ftctl.kinds.schemasettings;

import org.jspecify.annotations.NullMarked;
