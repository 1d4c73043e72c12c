/** Properties that hold for every program: tried on random ones. */
@NullMarked
package dev.interlock.generated;

import org.jspecify.annotations.NullMarked;
