/** Tests of what this part of the engine says by itself. */
@NullMarked
package dev.interlock.analysis.sharing;

import org.jspecify.annotations.NullMarked;
