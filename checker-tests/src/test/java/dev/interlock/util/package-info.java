/** What the plugin needs of the tools that it runs in. */
@NullMarked
package dev.interlock.util;

import org.jspecify.annotations.NullMarked;
