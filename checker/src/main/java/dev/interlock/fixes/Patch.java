package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;

/**
 * What to change in a file so that updates of some variables are safe.
 *
 * @param description what the patch does, in one line
 * @param isLock whether it takes a lock, which more variables may need
 * @param subjects the variables, with the findings that are gone afterwards
 */
record Patch(String description, ImmutableList<Subject> subjects, Edits edits, boolean isLock) {}
