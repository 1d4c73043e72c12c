/** Recognises compound operations: a read that a later write of the same location depends on. */
@NullMarked
package dev.interlock.analysis.compound;

import org.jspecify.annotations.NullMarked;
