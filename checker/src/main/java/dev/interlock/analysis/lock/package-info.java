/** Which locks are held where: the must-held analysis over the tree. */
@NullMarked
package dev.interlock.analysis.lock;

import org.jspecify.annotations.NullMarked;
