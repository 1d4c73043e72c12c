package dev.interlock.soundness;

import com.google.common.collect.ImmutableSet;

/** What a subject leaves behind if its tasks run one after the other, in whatever order. */
final class SerialOutcomes {
  private final ClassLoader classes;

  SerialOutcomes(ClassLoader classes) {
    this.classes = classes;
  }

  ImmutableSet<String> of(Subject subject) throws ReflectiveOperationException {
    return subject.isProtocol()
        ? ImmutableSet.of(String.valueOf(create(subject, Protocol.class).updates()))
        : ImmutableSet.of(outcome(subject, 0, 1), outcome(subject, 1, 0));
  }

  private String outcome(Subject subject, int first, int second)
      throws ReflectiveOperationException {
    Tasks tasks = new Tasks(create(subject, Program.class));
    tasks.run(first);
    tasks.run(second);
    return tasks.outcome();
  }

  /** The class was compiled a moment ago, so nothing but reflection can make an object of it. */
  private <T> T create(Subject subject, Class<T> type) throws ReflectiveOperationException {
    var constructor = classes.loadClass(subject.binaryName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return type.cast(constructor.newInstance());
  }
}
