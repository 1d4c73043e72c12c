/** What runs in parallel with what, how often, and in which order. */
@NullMarked
package dev.interlock.analysis.task;

import org.jspecify.annotations.NullMarked;
