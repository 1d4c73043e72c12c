package org.babelwerk.glossary;

import java.util.List;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.atomic.AtomicInteger;

record Term(String source, String target) {}

/** Two ways to fold terms into one text. */
class GlossaryMerge {
  /** The identity of a reduction must be a value; this builder is shared by all threads. */
  String merge(List<Term> terms) {
    return terms.parallelStream()
        .reduce(
            new StringBuilder(),
            (text, term) -> text.append(term.source()).append('='), // RACE unsafe-collection #1
            (left, right) -> left.append(right)) // RACE unsafe-collection #1
        .toString();
  }

  /** A fresh builder for each part, from the supplier. */
  String collect(List<Term> terms) {
    return terms.parallelStream()
        .collect(
            StringBuilder::new,
            (text, term) -> text.append(term.source()).append('='),
            StringBuilder::append)
        .toString();
  }

  int letters(List<Term> terms) {
    return terms.parallelStream().reduce(0, (n, t) -> n + t.target().length(), Integer::sum);
  }
}

/** Counts the untranslated terms of a glossary below one root completer. */
class UntranslatedCounter extends CountedCompleter<Void> {
  private final List<Term> terms;
  private final Totals totals;

  UntranslatedCounter(CountedCompleter<?> parent, List<Term> terms, Totals totals) {
    super(parent);
    this.terms = terms;
    this.totals = totals;
  }

  static final class Totals {
    final AtomicInteger untranslated = new AtomicInteger();
    int leaves;
  }

  @Override
  public void compute() {
    if (terms.size() > 100) {
      int half = terms.size() / 2;
      addToPendingCount(2);
      new UntranslatedCounter(this, terms.subList(0, half), totals).fork();
      new UntranslatedCounter(this, terms.subList(half, terms.size()), totals).fork();
    } else {
      int mine = 0;
      for (Term term : terms) {
        if (term.target().isEmpty()) {
          mine++;
        }
      }
      totals.untranslated.addAndGet(mine);
      totals.leaves++; // RACE rmw
    }
    tryComplete();
  }

  static int count(List<Term> terms) {
    Totals totals = new Totals();
    new UntranslatedCounter(null, terms, totals).invoke();
    return totals.untranslated.get();
  }
}
