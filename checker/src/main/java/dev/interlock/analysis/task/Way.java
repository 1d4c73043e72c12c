package dev.interlock.analysis.task;

import java.util.Optional;

/**
 * One way out of what runs a task in place, towards the body that made the task.
 *
 * @param launcher the launch that the way ends at; empty if it ends at the maker of the task
 * @param many whether the way is gone repeatedly
 * @param awaited whether the maker goes on only when the task has ended
 * @param locked whether a lock is held on the way
 * @param late whether something on the way may run when the call it is given to has returned
 * @param wrapped whether each object on the way runs what it keeps, or calls itself
 */
record Way(
    Optional<LaunchSite> launcher,
    boolean many,
    boolean awaited,
    boolean locked,
    boolean late,
    boolean wrapped) {}
