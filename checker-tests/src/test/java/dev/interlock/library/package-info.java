/** Tests of the library models and of their reader. */
@NullMarked
package dev.interlock.library;

import org.jspecify.annotations.NullMarked;
