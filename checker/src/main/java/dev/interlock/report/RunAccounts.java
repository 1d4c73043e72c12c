package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.analysis.sharing.Crossing;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells how the two runs that collide get to where they do. */
final class RunAccounts {
  private static final int MAX_METHODS = 4;
  private static final int MAX_LAUNCH = 40;

  private final Snippets snippets;
  private final Finding finding;
  private final CodePlace here;
  private final ClassSymbol type;

  RunAccounts(Snippets snippets, Finding finding, CodePlace here) {
    this.snippets = snippets;
    this.finding = finding;
    this.here = here;
    this.type = finding.body().enclosingClass();
  }

  /** Returns the run that loses its update, or whose update is lost. */
  Explanation.Run first() {
    Context context = finding.run();
    return run(
        Interleaving.FIRST,
        account(context, finding.body()),
        context,
        way(context, finding.write().at().tree(), finding.body().unit()));
  }

  /** Returns the run that comes in between. */
  Explanation.Run second() {
    if (Form.of(finding) == Form.PAIRS) {
      return run(
          Interleaving.SECOND, "any thread that reads both", finding.run(), ImmutableList.of());
    }
    boolean alike = finding.conflicting().filter(Access::isWrite).isEmpty();
    if (alike || finding.other().isEmpty()) {
      return run(Interleaving.SECOND, again(finding.run()), finding.run(), first().way());
    }
    return other(finding.other().get(), finding.conflicting().get());
  }

  private Explanation.Run other(Context context, Access access) {
    String account =
        goesOn(context)
            ? "the one that launches it, in " + name(context.top())
            : account(context, access.body());
    return run(
        Interleaving.SECOND,
        account,
        context,
        way(context, access.point().tree(), access.body().unit()));
  }

  private Explanation.Run run(
      String name, String account, Context context, ImmutableList<CodePlace> way) {
    return new Explanation.Run(name, account, way, CodeNames.ofLocks(locks(context)));
  }

  /** Returns the locks at the access; of a split critical section, those that it takes twice. */
  private Set<HeldLock> locks(Context context) {
    return finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION
        ? Sets.union(finding.write().locks(), finding.write().innerLocks())
        : context.locks();
  }

  /** Returns the places that a run passes, outermost first. */
  private ImmutableList<CodePlace> way(Context context, Tree access, CompilationUnitTree file) {
    ImmutableList.Builder<CodePlace> way = ImmutableList.builder();
    for (Step step : context.steps().reverse()) {
      way.add(snippets.of(step.at().tree(), step.body().unit()));
    }
    return way.add(snippets.around(access, file)).build();
  }

  private String account(Context context, Body innermost) {
    List<String> methods = methods(context, innermost);
    String way = String.join(" -> ", methods);
    if (context.isTask()) {
      return launched(context.crossings().get(0)) + (way.isEmpty() ? "" : ", running " + way);
    }
    CodePlace entry = snippets.of(context.top().tree(), context.top().unit());
    return "a call of %s (%s)%s"
        .formatted(
            name(context.top()),
            MessageText.where(entry, here),
            methods.size() <= 1 ? "" : ", running " + way);
  }

  private String launched(Crossing crossing) {
    Call site = crossing.run().site();
    CodePlace place = snippets.of(site.tree(), site.body().unit());
    return "%s %s (%s)".formatted(noun(crossing), launch(site), MessageText.where(place, here));
  }

  private static String noun(Crossing crossing) {
    Launches launch = crossing.run().launch().orElseThrow();
    if (isParallel(launch)) {
      return "one of the parallel runs of";
    }
    if (launch.thread() == RunsOn.OWN) {
      return "a thread started by";
    }
    return crossing.run().isPeriodic() ? "a periodic task launched by" : "a task launched by";
  }

  private static boolean isParallel(Launches launch) {
    return launch.runs() == Runs.PARALLEL || launch.runs() == Runs.PARALLEL_IF_RECEIVER_IS;
  }

  /** Returns the call that launches a task, its arguments left out. */
  private String launch(Call site) {
    if (site.tree() instanceof MemberReferenceTree) {
      return snippets.of(site.tree(), site.body().unit()).code();
    }
    if (!(site.tree() instanceof MethodInvocationTree call)) {
      return "new " + site.method().enclClass().getSimpleName() + "(...)";
    }
    String select = snippets.of(call.getMethodSelect(), site.body().unit()).code();
    String shown = select.length() <= MAX_LAUNCH ? select : "..." + site.method().getSimpleName();
    return shown + (call.getArguments().isEmpty() ? "()" : "(...)");
  }

  private String again(Context context) {
    if (!context.isTask()) {
      return "another call of %s".formatted(name(context.top()));
    }
    Crossing innermost = context.crossings().get(0);
    if (innermost.run().launch().filter(RunAccounts::isParallel).isPresent()) {
      return "another of the parallel runs";
    }
    return context.crossings().stream().anyMatch(Crossing::overlapsItself)
        ? "another run of the same task"
        : "the same task, launched by another call of %s".formatted(name(context.top()));
  }

  /** Returns whether a run is that of the body that launched the first one. */
  private boolean goesOn(Context context) {
    return finding.run().isTask()
        && !context.isTask()
        && context.entry().isEmpty()
        && context.top() == Iterables.getLast(finding.run().crossings()).body();
  }

  /** Returns the methods from where the thread begins to the access, in the order of the calls. */
  private List<String> methods(Context context, Body innermost) {
    List<Body> bodies = new ArrayList<>(List.of(innermost));
    for (Step step : context.steps()) {
      if (step.launches()) {
        break;
      }
      bodies.add(step.body());
    }
    List<String> names = new ArrayList<>();
    ClassSymbol before = type;
    for (Body body : Lists.reverse(bodies)) {
      if (!body.isLambda()) {
        names.add(CodeNames.ofBody(body, before));
        before = body.enclosingClass().getSimpleName().isEmpty() ? before : body.enclosingClass();
      }
    }
    return names.size() <= MAX_METHODS
        ? names
        : ImmutableList.<String>builder()
            .addAll(names.subList(0, MAX_METHODS - 2))
            .add("...")
            .addAll(names.subList(names.size() - 2, names.size()))
            .build();
  }

  private String name(Body body) {
    return CodeNames.ofBody(body, type);
  }
}
