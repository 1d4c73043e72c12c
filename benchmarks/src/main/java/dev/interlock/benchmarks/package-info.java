/** Measures what the checks cost a build: warm and cold, on libraries and on growing code. */
@NullMarked
package dev.interlock.benchmarks;

import org.jspecify.annotations.NullMarked;
