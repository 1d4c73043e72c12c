/** Tests of the analysis as a whole. */
@NullMarked
package dev.interlock.analysis;

import org.jspecify.annotations.NullMarked;
