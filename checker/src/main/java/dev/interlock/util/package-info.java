/**
 * Helpers for trees and symbols, and every use of an API that changed between Error Prone versions.
 */
@NullMarked
package dev.interlock.util;

import org.jspecify.annotations.NullMarked;
