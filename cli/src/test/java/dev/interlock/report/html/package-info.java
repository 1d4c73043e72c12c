/** The page that shows findings to people. */
@NullMarked
package dev.interlock.report.html;

import org.jspecify.annotations.NullMarked;
