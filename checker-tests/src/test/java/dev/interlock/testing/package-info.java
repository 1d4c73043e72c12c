/** What several tests need: the real javac of an installed JDK, and reading what it says. */
@NullMarked
package dev.interlock.testing;

import org.jspecify.annotations.NullMarked;
