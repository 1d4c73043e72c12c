/** What must hold whatever code the plugin is given: no crash, no hang, no failure of its own. */
@NullMarked
package dev.interlock.robustness;

import org.jspecify.annotations.NullMarked;
