package dev.interlock.library;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A line of a model file that describes methods.
 *
 * @param model absent on a line that only says how frameworks enter the methods
 * @param since the first JDK that has the methods, 0 if all have them
 */
record MethodLine(
    MethodPattern pattern,
    Optional<MethodModel> model,
    Optional<EntryMode> entry,
    int since,
    SourceLine source) {

  private static final String NOTHING = "nothing";
  private static final Words<EntryMode> MODES = Words.ofEnum("entry mode", EntryMode.class);

  static MethodLine parse(SourceLine line) {
    int colon = line.text().indexOf(':');
    if (colon < 0) {
      throw line.invalid("a method line has the form: name(parameters) : effect; effect ...");
    }
    MethodPattern pattern = MethodPattern.parse(line.text().substring(0, colon).strip(), line);
    ImmutableList.Builder<MethodEffect> effects = ImmutableList.builder();
    Optional<EntryMode> entry = Optional.empty();
    boolean nothing = false;
    int since = 0;
    for (String part : SourceLine.split(line.text().substring(colon + 1), ';')) {
      Clause clause = new Clause(part, line);
      if (clause.nextIf("entered")) {
        entry = Optional.of(clause.next(MODES));
        clause.end("entered concurrent|serial|own-thread|per-instance|pooled|event-loop|once");
      } else if (clause.nextIf("since")) {
        since = clause.argument();
        clause.end("since VERSION");
      } else if (clause.nextIf(NOTHING)) {
        nothing = true;
        clause.end(NOTHING);
      } else {
        effects.add(EffectParser.parse(clause));
      }
    }
    MethodModel model = new MethodModel(effects.build());
    boolean modelled = nothing || !model.effects().isEmpty();
    return new MethodLine(
        pattern, modelled ? Optional.of(model) : Optional.empty(), entry, since, line);
  }
}
