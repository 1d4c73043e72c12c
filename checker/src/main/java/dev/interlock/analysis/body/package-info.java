/** What one method, constructor, initialiser or lambda does, read from its tree. */
@NullMarked
package dev.interlock.analysis.body;

import org.jspecify.annotations.NullMarked;
