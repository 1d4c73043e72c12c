/**
 * Results as SARIF 2.1.0, the format in which tools exchange the findings of static analysis. The
 * names of its properties are those of the <a
 * href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">standard</a>.
 */
@NullMarked
package dev.interlock.report.sarif;

import org.jspecify.annotations.NullMarked;
