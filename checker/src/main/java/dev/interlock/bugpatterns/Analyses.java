package dev.interlock.bugpatterns;

import com.google.errorprone.VisitorState;
import dev.interlock.analysis.ConcurrencyAnalysis;
import dev.interlock.library.ModelFiles;
import java.util.List;

/** Makes the analysis of a compilation from its options. */
final class Analyses {
  private Analyses() {}

  static ConcurrencyAnalysis of(VisitorState state) {
    return ConcurrencyAnalysis.existing(state.context)
        .orElseGet(
            () ->
                ConcurrencyAnalysis.instance(
                    state.context,
                    ModelFiles.load(List.of()),
                    skipped -> {
                      skipped.failure().printStackTrace();
                    }));
  }
}
