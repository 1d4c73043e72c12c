/** The door to the analysis: what one compilation may lose, and how we know. */
@NullMarked
package dev.interlock.analysis;

import org.jspecify.annotations.NullMarked;
