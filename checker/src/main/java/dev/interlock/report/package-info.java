/** How a finding is told: explained once, as data, and then written down in one form or another. */
@NullMarked
package dev.interlock.report;

import org.jspecify.annotations.NullMarked;
