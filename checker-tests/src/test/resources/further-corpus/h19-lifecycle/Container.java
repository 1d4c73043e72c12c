package lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class Container extends AbstractLifeCycle {

    private final CopyOnWriteArrayList<AbstractLifeCycle> beans = new CopyOnWriteArrayList<>();
    private List<AbstractLifeCycle> started = new ArrayList<>();
    private volatile Connector[] connectors = new Connector[0];

    public boolean addBean(AbstractLifeCycle bean) {
        return beans.addIfAbsent(bean);
    }

    public void addConnector(Connector connector) {
        synchronized (this) {
            Connector[] copy = new Connector[connectors.length + 1];
            System.arraycopy(connectors, 0, copy, 0, connectors.length);
            copy[connectors.length] = connector;
            connectors = copy;
            addBean(connector);
        }
    }

    public void removeConnector(Connector connector) {
        synchronized (this) {
            List<Connector> left = new ArrayList<>();
            for (Connector c : connectors) {
                if (c != connector) {
                    left.add(c);
                }
            }
            connectors = left.toArray(new Connector[0]);
            beans.remove(connector);
        }
    }

    @Override
    protected void doStart() throws Exception {
        for (AbstractLifeCycle bean : beans) {
            if (!bean.isRunning()) {
                bean.start();
                started.add(bean);
            }
        }
    }

    @Override
    protected void doStop() throws Exception {
        List<AbstractLifeCycle> toStop = started;
        started = new ArrayList<>();
        for (int i = toStop.size() - 1; i >= 0; i--) {
            toStop.get(i).stop();
        }
    }

    public int totalAccepts() {
        int sum = 0;
        for (Connector c : connectors) {
            sum += c.accepts();
        }
        return sum;
    }
}
