package r47basketactor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/** Basket of one customer. */
public class BasketActor extends AbstractBehavior<BasketActor.Command> {

    public sealed interface Command permits Add, Sum, Priced, Refresh { }

    public record Add(String sku, int quantity) implements Command { }

    public record Sum(ActorRef<Long> replyTo) implements Command { }

    public record Refresh() implements Command { }

    private record Priced(String sku, long cents, Throwable problem) implements Command { }

    public interface Prices {
        CompletionStage<Long> of(String sku);
    }

    private final Prices prices;
    private final Map<String, Integer> quantities = new HashMap<>();
    private long cents;
    private int failures;
    private int refreshes;
    private long surcharge;

    public static Behavior<Command> create(Prices prices) {
        return Behaviors.setup(context -> new BasketActor(context, prices));
    }

    private BasketActor(ActorContext<Command> context, Prices prices) {
        super(context);
        this.prices = prices;
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Add.class, this::add)
                .onMessage(Priced.class, this::priced)
                .onMessage(Refresh.class, this::refresh)
                .onMessage(Sum.class, this::sum)
                .onSignal(PostStop.class, signal -> stopped())
                .build();
    }

    private Behavior<Command> add(Add add) {
        Integer before = quantities.get(add.sku());
        quantities.put(add.sku(), before == null ? add.quantity() : before + add.quantity());
        getContext().pipeToSelf(prices.of(add.sku()), (price, problem) ->
                new Priced(add.sku(), problem == null ? price * add.quantity() : 0, problem));
        return this;
    }

    private Behavior<Command> priced(Priced priced) {
        if (priced.problem() != null) {
            failures++;
        } else {
            cents += priced.cents();
        }
        return this;
    }

    private Behavior<Command> refresh(Refresh refresh) {
        refreshes++;
        surcharge = 0; // RACE rmw #1
        for (String sku : quantities.keySet()) {
            prices.of("surcharge/" + sku).thenAccept(price -> surcharge += price); // RACE rmw #1
        }
        return this;
    }

    private Behavior<Command> sum(Sum sum) {
        sum.replyTo().tell(cents + surcharge);
        return this;
    }

    private Behavior<Command> stopped() {
        getContext().getLog().debug("{} failures, {} refreshes", failures, refreshes);
        return this;
    }
}
