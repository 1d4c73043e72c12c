/** How options are read. */
@NullMarked
package dev.interlock.config;

import org.jspecify.annotations.NullMarked;
