package correlator;

import java.io.IOException;

public class TransportFilter implements Transport {

    protected final Transport next;
    private volatile Listener listener;

    public TransportFilter(Transport next) {
        this.next = next;
    }

    public interface Listener {
        void onCommand(Command command);

        void onException(IOException e);
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void oneway(Command command) throws IOException {
        next.oneway(command);
    }

    public void onCommand(Command command) {
        Listener l = listener;
        if (l != null) {
            l.onCommand(command);
        }
    }

    public void onException(IOException e) {
        Listener l = listener;
        if (l != null) {
            l.onException(e);
        }
    }
}

interface Transport {
    void oneway(Command command) throws IOException;
}
