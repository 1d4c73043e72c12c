package home.climate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

public class Thermostat extends AbstractBehavior<Thermostat.Command> {
  public interface Command {}

  public record Measured(String room, double celsius) implements Command {}

  public record Ask(String room, ActorRef<Double> replyTo) implements Command {}

  private enum Tick implements Command { INSTANCE }

  private final Map<String, List<Double>> window = new HashMap<>();
  private final Map<String, Integer> heating = new HashMap<>();
  private int measured;
  private int ticks;
  private double energy;

  public static Behavior<Command> create() {
    return Behaviors.setup(ctx -> Behaviors.withTimers(timers -> new Thermostat(ctx, timers)));
  }

  private Thermostat(ActorContext<Command> ctx, TimerScheduler<Command> timers) {
    super(ctx);
    timers.startTimerWithFixedDelay(Tick.INSTANCE, Duration.ofSeconds(10));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Measured.class, this::onMeasured)
        .onMessage(Ask.class, this::onAsk)
        .onMessageEquals(Tick.INSTANCE, this::onTick)
        .build();
  }

  private Behavior<Command> onMeasured(Measured m) {
    measured++;
    List<Double> w = window.get(m.room());
    if (w == null) {
      w = new ArrayList<>();
      window.put(m.room(), w);
    }
    w.add(m.celsius());
    if (w.size() > 10) {
      w.remove(0);
    }
    return this;
  }

  private Behavior<Command> onAsk(Ask a) {
    List<Double> w = window.getOrDefault(a.room(), List.of());
    a.replyTo().tell(w.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    return this;
  }

  private Behavior<Command> onTick() {
    ticks++;
    window.forEach((room, w) -> {
      double avg = w.stream().mapToDouble(Double::doubleValue).average().orElse(20);
      if (avg < 19) {
        heating.merge(room, 1, Integer::sum);
        energy += 19 - avg;
      }
    });
    return this;
  }
}
