/** The findings that a project has accepted for now, in a file that people read and git merges. */
@NullMarked
package dev.interlock.report.baseline;

import org.jspecify.annotations.NullMarked;
