/// Problems as text, JSON, JUnit, SARIF and GitHub annotations and GitLab's code quality. It must
/// not know plans or outcomes.
@NullMarked
package dev.ftctl.render.problem;

import org.jspecify.annotations.NullMarked;
