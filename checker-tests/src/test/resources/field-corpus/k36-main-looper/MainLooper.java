package k36;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** The application's UI message loop. */
public final class MainLooper {
    private static volatile MainLooper sMain;
    private final DelayQueue<Msg> mQueue = new DelayQueue<>();
    private Thread mThread;

    private MainLooper() {}

    public static MainLooper getMain() {
        MainLooper m = sMain;
        if (m == null) {
            synchronized (MainLooper.class) {
                m = sMain;
                if (m == null) {
                    m = new MainLooper();
                    m.mThread = new Thread(m::loop, "main");
                    m.mThread.start();
                    sMain = m;
                }
            }
        }
        return m;
    }

    public void post(Runnable r) {
        postDelayed(r, 0);
    }

    public void postDelayed(Runnable r, long delayMillis) {
        mQueue.put(new Msg(r, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis)));
    }

    private void loop() {
        try {
            for (;;) {
                mQueue.take().callback.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Msg implements Delayed {
        final Runnable callback;
        final long when;

        Msg(Runnable callback, long when) {
            this.callback = callback;
            this.when = when;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(when - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed o) {
            return Long.compare(when, ((Msg) o).when);
        }
    }
}
