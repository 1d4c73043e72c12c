/** Which memory two runs can both reach, under which locks, and how we know. */
@NullMarked
package dev.interlock.analysis.sharing;

import org.jspecify.annotations.NullMarked;
