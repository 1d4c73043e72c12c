/** Findings as a page for people, made from what the plugin writes as SARIF. */
@NullMarked
package dev.interlock.report.html;

import org.jspecify.annotations.NullMarked;
