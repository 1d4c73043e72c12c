/**
 * The bodies of a compilation put together: who calls whom, with what, and which functions flow
 * where.
 */
@NullMarked
package dev.interlock.analysis.callgraph;

import org.jspecify.annotations.NullMarked;
