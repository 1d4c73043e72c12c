package dev.interlock.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where results go besides javac's own list, and which of them.
 *
 * @param sarif where to write SARIF
 * @param root the folder that SARIF results name files from
 * @param baseline the findings that are accepted
 * @param writeBaseline where to write down the findings of this compilation as accepted
 * @param summary whether the compilation ends with a line that counts the findings
 * @param unusedSuppressions whether suppressions of ours that suppress nothing are told
 */
public record Outputs(
    Optional<Destination> sarif,
    Optional<Path> root,
    Optional<Path> baseline,
    Optional<Path> writeBaseline,
    boolean summary,
    boolean unusedSuppressions) {}
