/** Tests of what this part of the engine says by itself. */
@NullMarked
package dev.interlock.analysis.verdict;

import org.jspecify.annotations.NullMarked;
