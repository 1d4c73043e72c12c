package v02undertowparker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One request/response pair. An exchange is not thread safe: it is owned by exactly one thread at a time, either the
 * connection's I/O thread or the worker it has been dispatched to.
 */
public final class HttpExchange {
    private static final int FLAG_DISPATCHED = 1;
    private static final int FLAG_IN_CALL = 1 << 1;
    private static final int FLAG_COMPLETE = 1 << 2;

    private final List<Runnable> completionListeners = new ArrayList<>(4);
    private int state;
    private long responseBytesSent;
    private int dispatchCount;
    private Runnable dispatchTask;
    private Executor dispatchExecutor;

    public void addCompleteListener(Runnable listener) {
        completionListeners.add(listener);
    }

    /** Schedules the task; it is not run before the current call stack has returned to {@link Connectors}. */
    public HttpExchange dispatch(Executor executor, Runnable task) {
        if ((state & FLAG_IN_CALL) == 0) {
            throw new IllegalStateException("not in a handler call");
        }
        state |= FLAG_DISPATCHED;
        dispatchTask = task;
        dispatchExecutor = executor;
        dispatchCount++;
        return this;
    }

    public void write(byte[] data) {
        responseBytesSent += data.length;
    }

    public void endExchange() {
        if ((state & FLAG_COMPLETE) != 0) {
            return;
        }
        state |= FLAG_COMPLETE;
        while (!completionListeners.isEmpty()) {
            completionListeners.remove(completionListeners.size() - 1).run();
        }
    }

    public long getResponseBytesSent() {
        return responseBytesSent;
    }

    public int getDispatchCount() {
        return dispatchCount;
    }

    static final class Connectors {
        private Connectors() {
        }

        static void executeRootHandler(HttpHandler handler, HttpExchange exchange) {
            exchange.state |= FLAG_IN_CALL;
            try {
                handler.handleRequest(exchange);
            } catch (Exception e) {
                exchange.dispatchTask = null;
                exchange.state &= ~(FLAG_IN_CALL | FLAG_DISPATCHED);
                exchange.endExchange();
                return;
            }
            exchange.state &= ~FLAG_IN_CALL;
            if ((exchange.state & FLAG_DISPATCHED) != 0) {
                exchange.state &= ~FLAG_DISPATCHED;
                Runnable task = exchange.dispatchTask;
                Executor executor = exchange.dispatchExecutor;
                exchange.dispatchTask = null;
                exchange.dispatchExecutor = null;
                try {
                    executor.execute(() -> executeRootHandler(e -> task.run(), exchange));
                } catch (RejectedExecutionException e) {
                    exchange.endExchange();
                }
            } else {
                exchange.endExchange();
            }
        }
    }

    public interface HttpHandler {
        void handleRequest(HttpExchange exchange) throws Exception;
    }
}
