package correlator;

import java.io.IOException;

public class FutureResponse {

    private Command result;
    private IOException failure;
    private boolean done;

    public synchronized void set(Command command) {
        if (!done) {
            done = true;
            result = command;
            notifyAll();
        }
    }

    public synchronized void fail(IOException e) {
        if (!done) {
            done = true;
            failure = e;
            notifyAll();
        }
    }

    public synchronized Command get() throws IOException, InterruptedException {
        while (!done) {
            wait();
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
