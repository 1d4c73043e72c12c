/** The judgement: which compound operations can lose an update, and how we know. */
@NullMarked
package dev.interlock.analysis.verdict;

import org.jspecify.annotations.NullMarked;
