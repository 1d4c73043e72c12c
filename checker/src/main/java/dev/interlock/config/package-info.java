/** What users ask for with {@code -XepOpt:Interlock:...} flags. */
@NullMarked
package dev.interlock.config;

import org.jspecify.annotations.NullMarked;
