/** Tests of what this part of the engine says by itself. */
@NullMarked
package dev.interlock.analysis.task;

import org.jspecify.annotations.NullMarked;
