package v14logbackturbofilter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public abstract class TurboFilter {
    enum FilterReply { DENY, NEUTRAL, ACCEPT }

    private volatile boolean started;

    public void start() {
        started = true;
    }

    public void stop() {
        started = false;
    }

    public boolean isStarted() {
        return started;
    }

    public abstract FilterReply decide(String logger, int level, String format);

    /** The filters of a logger context; the context is shared by all threads of the application. */
    public static final class TurboFilterList extends CopyOnWriteArrayList<TurboFilter> {
        private static final long serialVersionUID = 1L;

        FilterReply chainDecision(String logger, int level, String format) {
            for (TurboFilter f : this) {
                FilterReply r = f.decide(logger, level, format);
                if (r != FilterReply.NEUTRAL) {
                    return r;
                }
            }
            return FilterReply.NEUTRAL;
        }
    }

    static TurboFilterList newList(List<? extends TurboFilter> filters) {
        TurboFilterList l = new TurboFilterList();
        l.addAll(filters);
        return l;
    }
}
