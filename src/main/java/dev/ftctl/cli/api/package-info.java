/// `ftctl api`: any call of the API, named by hand; what is typed becomes a request, and what is
/// answered is printed. It must not know any kind.
@NullMarked
package dev.ftctl.cli.api;

import org.jspecify.annotations.NullMarked;
