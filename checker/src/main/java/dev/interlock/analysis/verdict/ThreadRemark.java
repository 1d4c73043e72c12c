package dev.interlock.analysis.verdict;

import com.google.common.base.Splitter;
import java.util.regex.Pattern;

/** What a comment says of the threads that come to the code it describes. */
enum ThreadRemark {
  /** Several threads come, at a time. */
  SEVERAL,
  /** One thread alone comes, or no other one has come yet. */
  ONE,
  /** Some certain thread has to do with it, or a lock that is held. */
  SOME,
  /** It does not say. */
  NONE;

  private static final Splitter CLAUSES = Splitter.on(Pattern.compile("[.;:!?](?=\\s|$)|<p>"));

  private static final Splitter WORDS = Splitter.on(Pattern.compile("\\W+"));

  private static final String ROLE =
      "(?:(?!all|any|by|call|curr|each|every|from|in|on|other|own|same|that|this)[\\w/'-]+ ){1,2}";

  private static final Pattern SEVERAL_THREADS =
      pattern(
          "\\bthread[- ]?safe\\b",
          "\\bconcurrently\\b|\\bat the same time\\b|\\bsimultaneously\\b",
          "\\bconcurrent (?:access|callers?|calls|clients|readers|requests|updates|use|users"
              + "|writers)\\b",
          "\\b(?:all|any|concurrent|different|its own|many|multiple|other|own|several|their own|various|whichever)"
              + "(?: [\\w/'-]+){0,2} threads?\\b",
          "\\b(?:among|between|by|from)(?: [\\w/'-]+){0,3} threads\\b",
          "\\bshared (?:among|between|by) (?:all|every)(?:body)? (?:callers?|clients?|threads?|users?|who)\\b",
          "\\bcalled (?:by|from) any(?:body|one|where)\\b");

  /** Whoever calls, and not what the class does by itself. */
  private static final Pattern SEVERAL_CALLERS =
      pattern(
          "\\b(?:by|from) (?:any|whichever)(?: [\\w/'-]+){0,2} threads?\\b",
          "\\bfrom (?:all|many|multiple|several|various)(?: [\\w/'-]+){0,2} threads?\\b");

  /** Threads of two kinds. */
  private static final Pattern TWO_THREADS =
      pattern(
          "\\b(?:by|from) (?:[\\w/'-]+ ){1,4}?[\\w/'-]+,? (?:and|or) (?:by|from) (?:[\\w/'-]+ ){1,4}?threads?\\b",
          "^\\s*(?:the |an? )?" + ROLE + "thread,? (?:and|or) (?:the |an? )?\\w");

  /** Nobody else knows of the object by then. */
  private static final Pattern BEFORE_THREADS =
      pattern(
          "\\bbefore any(?: [\\w/-]+){1,3} (?:is started|runs?|sees|starts?)\\b",
          "\\bbefore any(?:body|one|thing)(?: else)? (?:is started|runs?|sees|starts?)\\b",
          "\\bbefore (?:it is published|publication|the threads? (?:are|is) started)\\b");

  private static final Pattern ONE_THREAD =
      pattern(
          "\\b(?:one|only|single|sole)\\b(?:(?! and )[^.;])*\\bthread\\b",
          "\\bthread (?:alone|only)\\b",
          "^\\s*(?:the )?(?:consumer|producer|reader|writer)(?:'s)?(?: side)? only\\s*$",
          "^\\s*(?!any|each|every)(?:the |an? )?" + ROLE + "thread\\s*$",
          "\\b(?:called|driven|executed|invoked|owned|run|runs|touched|updated|used|written)"
              + "\\b(?: [\\w/-]+)? (?:by|from|in|on) (?:the |its |an? )?"
              + ROLE
              + "thread\\b",
          "\\bbelongs? to the " + ROLE + "(?:thread|loop)\\b",
          "\\b(?:by|from|on) the (?:[\\w']+ ){0,2}event[- ]loop\\b|^\\s*event[- ]loop only\\b");

  private static final Pattern SOME_THREAD =
      pattern(
          "\\bthe(?: [\\w/'-]+){0,2} thread\\b|\\bevent[- ]loop\\b",
          "\\bsingle[- ]threaded\\b|\\bconfined\\b|\\bthread[- ]?local\\b|\\bguarded by\\b",
          "\\b(?:hold|holds|holding|held|under)\\b[^.;]*\\b(?:lock|monitor|mutex)\\b");

  private static final Pattern DENIAL =
      pattern("\\b(?:cannot|never|no|none|nor|not|unlike)\\b|n't\\b");

  /** What ought to be, or is under some condition, is no statement. */
  private static final Pattern CONDITION = pattern("\\b(?:except|if|must|only|should|unless)\\b");

  /** Returns what a comment says; who speaks of certain threads as well means a part of it only. */
  static ThreadRemark of(String comment) {
    ThreadRemark remark = NONE;
    for (String clause : CLAUSES.split(comment)) {
      ThreadRemark said = ofClause(clause);
      if (remark == NONE) {
        remark = said;
      } else if (said != NONE && said != remark) {
        remark = SOME;
      }
    }
    return remark;
  }

  /** Returns whether a comment says of a method, by its name, that several threads call it. */
  static boolean isOfSeveral(String comment, String method) {
    return CLAUSES
        .splitToStream(comment)
        .filter(clause -> ofClause(clause) == SEVERAL)
        .anyMatch(clause -> WORDS.splitToStream(clause).anyMatch(method::equalsIgnoreCase));
  }

  /** Returns whether a comment says that several threads call what it describes. */
  static boolean isOfSeveralCallers(String comment) {
    return CLAUSES
        .splitToStream(comment)
        .filter(clause -> ofClause(clause) == SEVERAL)
        .anyMatch(clause -> SEVERAL_CALLERS.matcher(clause).find());
  }

  private static ThreadRemark ofClause(String clause) {
    boolean denied = DENIAL.matcher(clause).find();
    if (BEFORE_THREADS.matcher(clause).find()) {
      return ONE;
    }
    if (TWO_THREADS.matcher(clause).find()) {
      return denied || CONDITION.matcher(clause).find() ? SOME : SEVERAL;
    }
    if (ONE_THREAD.matcher(clause).find()) {
      return denied ? SOME : ONE;
    }
    if (SOME_THREAD.matcher(clause).find()) {
      return SOME;
    }
    if (!SEVERAL_THREADS.matcher(clause).find() || CONDITION.matcher(clause).find()) {
      return NONE;
    }
    return denied ? SOME : SEVERAL;
  }

  private static Pattern pattern(String... alternatives) {
    return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE);
  }
}
