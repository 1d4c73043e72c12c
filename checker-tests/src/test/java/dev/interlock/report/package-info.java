/** How explanations are written down. */
@NullMarked
package dev.interlock.report;

import org.jspecify.annotations.NullMarked;
