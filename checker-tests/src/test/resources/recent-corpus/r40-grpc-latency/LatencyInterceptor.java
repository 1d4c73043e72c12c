package r40grpclatency;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** Measures how long the calls of the server take. */
public class LatencyInterceptor implements ServerInterceptor {

    private final AtomicLong slowest = new AtomicLong();
    private final LongAccumulator fastest = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        calls.computeIfAbsent(method, m -> new AtomicLong()).incrementAndGet();
        return new Timing<>(next.startCall(call, headers), method);
    }

    private void finished(String method, long nanos) {
        fastest.accumulate(nanos);
        if (nanos > slowest.get()) { // RACE atomic-compound #1
            slowest.set(nanos); // RACE atomic-compound #1
        }
        AtomicLong n = calls.get(method);
        if (n != null && n.get() % 1000 == 0) {
            System.getLogger("grpc").log(System.Logger.Level.INFO, method + " slowest " + slowest.get());
        }
    }

    private final class Timing<Q> extends ForwardingServerCallListener.SimpleForwardingServerCallListener<Q> {
        private final String method;
        private final long start = System.nanoTime();
        private int messages;
        private boolean ended;

        Timing(ServerCall.Listener<Q> delegate, String method) {
            super(delegate);
            this.method = method;
        }

        @Override
        public void onMessage(Q message) {
            messages++;
            super.onMessage(message);
        }

        @Override
        public void onComplete() {
            end();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            end();
            super.onCancel();
        }

        private void end() {
            if (!ended) {
                ended = true;
                finished(method, (System.nanoTime() - start) / Math.max(1, messages));
            }
        }
    }

    public long fastestNanos() {
        return fastest.get();
    }
}
