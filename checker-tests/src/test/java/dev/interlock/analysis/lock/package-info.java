/** Tests of which explicit locks are held where. */
@NullMarked
package dev.interlock.analysis.lock;

import org.jspecify.annotations.NullMarked;
