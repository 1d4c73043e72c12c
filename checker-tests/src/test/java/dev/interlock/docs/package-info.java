/** Holds the documentation to what it says. */
@NullMarked
package dev.interlock.docs;

import org.jspecify.annotations.NullMarked;
