/**
 * Fixes: a patch that compiles, keeps behaviour and loses nothing, or none.
 *
 * <p>{@link dev.interlock.fixes.FixChooser} is the door. It plans all patches of a file together,
 * so that what belongs together changes together and no two patches overlap.
 */
@NullMarked
package dev.interlock.fixes;

import org.jspecify.annotations.NullMarked;
