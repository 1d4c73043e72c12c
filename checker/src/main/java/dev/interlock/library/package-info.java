/**
 * What libraries launch, run in place, confine, lock and make atomic: data, its format and its
 * reader.
 */
@NullMarked
package dev.interlock.library;

import org.jspecify.annotations.NullMarked;
