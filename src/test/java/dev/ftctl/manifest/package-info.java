/// Tests of the way from files to resources, over small kinds of their own and over the real ones.
/// They know nothing of the account.
@NullMarked
package dev.ftctl.manifest;

import org.jspecify.annotations.NullMarked;
