/// Documents from live objects, driven by the kinds' tables. It must not know files.
@NullMarked
package dev.ftctl.export.account;

import org.jspecify.annotations.NullMarked;
