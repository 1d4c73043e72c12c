/** What each check reports, and what it must not. */
@NullMarked
package dev.interlock.bugpatterns;

import org.jspecify.annotations.NullMarked;
