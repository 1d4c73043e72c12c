package correlator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the incrementing sequence number to commands and matches responses to their callers.
 */
public class ResponseCorrelator extends TransportFilter {

    private final Map<Integer, FutureResponse> requestMap = new HashMap<>();
    private final Object sequenceLock = new Object();
    private int sequence;
    private IOException error;

    public ResponseCorrelator(Transport next) {
        super(next);
    }

    private int nextCommandId() {
        synchronized (sequenceLock) {
            return ++sequence;
        }
    }

    public FutureResponse asyncRequest(Command command) throws IOException {
        command.setCommandId(nextCommandId());
        FutureResponse future = new FutureResponse();
        IOException prior;
        synchronized (requestMap) {
            prior = this.error;
            if (prior == null) {
                requestMap.put(command.getCommandId(), future);
            }
        }
        if (prior != null) {
            future.fail(prior);
            throw prior;
        }
        next.oneway(command);
        return future;
    }

    @Override
    public void onCommand(Command command) {
        if (!command.isResponse()) {
            super.onCommand(command);
            return;
        }
        FutureResponse future;
        synchronized (requestMap) {
            future = requestMap.remove(command.getCorrelationId());
        }
        if (future != null) {
            future.set(command);
        }
    }

    @Override
    public void onException(IOException e) {
        dispose(e);
        super.onException(e);
    }

    private void dispose(IOException e) {
        List<FutureResponse> orphans = null;
        synchronized (requestMap) {
            if (this.error == null) {
                this.error = e;
                orphans = new ArrayList<>(requestMap.values());
                requestMap.clear();
            }
        }
        if (orphans != null) {
            for (FutureResponse f : orphans) {
                f.fail(e);
            }
        }
    }
}
