/** Holds what the checks say of small programs against what these do when they run. */
@NullMarked
package dev.interlock.soundness;

import org.jspecify.annotations.NullMarked;
