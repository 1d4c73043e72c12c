/** The command line: checks source files and explains the checks, in one jar. */
@NullMarked
package dev.interlock.cli;

import org.jspecify.annotations.NullMarked;
