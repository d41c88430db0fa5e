/// Code of one's own: packages of the Connector SDK. It must not know other families.
@NullMarked
package dev.ftctl.sandbox.code;

import org.jspecify.annotations.NullMarked;
