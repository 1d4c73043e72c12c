package dev.interlock.analysis.verdict;

import java.util.Optional;

/** One sort of evidence that an operation loses updates. */
interface Evidence {

  /** Returns what this evidence shows of an operation, if it shows anything. */
  Optional<Finding> of(Trial trial);
}
