/// The vocabulary of ftctl: values, addresses, places, problems, risks. Every room speaks it. It
/// knows the JDK and nothing else: no YAML, no JSON, no HTTP, no kind.
@NullMarked
package dev.ftctl.model;

import org.jspecify.annotations.NullMarked;
