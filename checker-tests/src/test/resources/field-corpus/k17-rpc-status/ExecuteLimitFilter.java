package k17;

import java.util.concurrent.Callable;

/** One instance per protocol; every invocation thread passes. */
public class ExecuteLimitFilter {

    public <T> T invoke(String uri, int max, Callable<T> next) throws Exception {
        if (!RpcStatus.beginCount(uri, max)) {
            throw new IllegalStateException("Failed to invoke " + uri + ": limit " + max);
        }
        long begin = System.currentTimeMillis();
        try {
            return next.call();
        } finally {
            RpcStatus.endCount(uri, System.currentTimeMillis() - begin);
        }
    }

    public <T> T invokeTelnet(String uri, int max, Callable<T> next) throws Exception {
        RpcStatus status = RpcStatus.getStatus(uri);
        if (status.active() >= max) { // MAYBE
            throw new IllegalStateException("busy");
        }
        status.forceBegin(); // MAYBE
        long begin = System.currentTimeMillis();
        try {
            return next.call();
        } finally {
            RpcStatus.endCount(uri, System.currentTimeMillis() - begin);
        }
    }
}
