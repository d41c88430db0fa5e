/// One class in place of a library's, so that the program needs no part of Java for desktops.
@NullMarked
package feign.querymap;

import org.jspecify.annotations.NullMarked;
