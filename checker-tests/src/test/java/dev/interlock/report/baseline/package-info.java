/** Findings that are accepted for now. */
@NullMarked
package dev.interlock.report.baseline;

import org.jspecify.annotations.NullMarked;
