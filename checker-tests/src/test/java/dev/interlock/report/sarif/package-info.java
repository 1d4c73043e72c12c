/** Results as SARIF. */
@NullMarked
package dev.interlock.report.sarif;

import org.jspecify.annotations.NullMarked;
