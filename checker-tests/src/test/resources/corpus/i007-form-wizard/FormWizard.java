package net.formulare.wizard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

enum Page {
  WHO,
  WHAT,
  WHERE,
  CONFIRM,
  DONE
}

/**
 * Leads one person through a form. Full of tests and steps that depend on them, and used by the one
 * thread that serves the person.
 */
class FormWizard {
  private final Map<Page, String> answers = new HashMap<>();
  private final Deque<Page> back = new ArrayDeque<>();
  private final Predicate<String> valid;
  private Page page = Page.WHO;
  private int mistakes;
  private boolean warned;
  private String longest = "";

  FormWizard(Predicate<String> valid) {
    this.valid = valid;
  }

  Page answer(String text) {
    if (!valid.test(text)) {
      mistakes++;
      if (mistakes > 3 && !warned) {
        warned = true;
      }
      return page;
    }
    longest = text.length() > longest.length() ? text : longest;
    if (!answers.containsKey(page)) {
      answers.put(page, text);
    }
    back.push(page);
    page =
        switch (page) {
          case WHO -> Page.WHAT;
          case WHAT -> Page.WHERE;
          case WHERE -> Page.CONFIRM;
          case CONFIRM, DONE -> Page.DONE;
        };
    return page;
  }

  Page back() {
    if (back.isEmpty()) {
      return page;
    }
    page = back.pop();
    answers.remove(page);
    return page;
  }

  String summary() {
    return answers + " " + mistakes + (warned ? " warned " : " ") + longest;
  }
}
