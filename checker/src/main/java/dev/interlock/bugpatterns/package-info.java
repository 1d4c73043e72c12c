/** The checks: each asks the analysis about the tree at hand and describes the finding. */
@NullMarked
package dev.interlock.bugpatterns;

import org.jspecify.annotations.NullMarked;
