package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.util.SourceCode;
import java.util.Optional;

/** Explains findings: says in the words of the code what the analysis found out. */
public final class Explainer {
  private final Snippets snippets;
  private final Types types;

  /** Explains findings of the compilation that {@code context} belongs to. */
  public Explainer(Context context) {
    this.snippets = new Snippets(new SourceCode(context));
    this.types = Types.instance(context);
  }

  /**
   * Returns what happened, how, and what to do.
   *
   * @param fix what the fix that is offered does
   */
  public Explanation explain(Finding finding, Optional<String> fix) {
    CodePlace here = snippets.around(finding.tree(), finding.body().unit());
    RunAccounts accounts = new RunAccounts(snippets, finding, here);
    Subject subject = Subject.of(finding, types);
    return new Explanation(
        Headline.of(finding, subject),
        here,
        snippets.excerpt(finding.tree(), finding.body().unit()),
        Form.of(finding),
        ImmutableList.of(accounts.first(), accounts.second()),
        new Interleaving(snippets, finding).steps(),
        new Advice(finding, subject).text(),
        fix);
  }
}
