/// How the configuration of a service is taken in, checked and shown: the same for connections and
/// destinations. It must not know any collection.
@NullMarked
package dev.ftctl.sandbox.config;

import org.jspecify.annotations.NullMarked;
