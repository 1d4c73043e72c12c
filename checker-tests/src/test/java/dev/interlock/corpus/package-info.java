/** The labelled corpus: what is found of the marked bugs, and how many reports are right. */
@NullMarked
package dev.interlock.corpus;

import org.jspecify.annotations.NullMarked;
