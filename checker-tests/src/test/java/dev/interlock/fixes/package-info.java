/** Tests of the fixes: each remedy and each refusal alone, and whole programs patched in place. */
@NullMarked
package dev.interlock.fixes;

import org.jspecify.annotations.NullMarked;
