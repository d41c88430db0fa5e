/// Packages of the Connector SDK: the code of connections, a ZIP file each. It must not know any
/// other kind, nor what is in the code.
@NullMarked
package dev.ftctl.kinds.sdkpackage;

import org.jspecify.annotations.NullMarked;
