package dev.interlock.report;

import com.google.errorprone.BugPattern.SeverityLevel;
import dev.interlock.fixes.TextPatch;
import java.net.URI;
import java.util.Optional;

/**
 * A finding as it is told.
 *
 * @param file the source file that it is in
 * @param position where in the file it is, as an offset
 * @param explanation why the update can be lost; empty if nobody asks, or if we failed to explain
 *     it
 * @param patch the fix that is offered; empty if there is none, or if nobody asks
 * @param accepted whether the baseline holds it
 */
public record Result(
    FindingIdentity identity,
    SeverityLevel severity,
    URI file,
    int position,
    Optional<Explanation> explanation,
    Optional<TextPatch> patch,
    boolean accepted) {}
