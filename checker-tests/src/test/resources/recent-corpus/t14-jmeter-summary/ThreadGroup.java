package org.example.jmeter.visualizers;

import java.util.concurrent.Callable;

public class ThreadGroup {

    private final SampleListener listener;
    private final Callable<SampleResult> sampler;
    private final int loops;
    private int started;

    public ThreadGroup(SampleListener listener, Callable<SampleResult> sampler, int loops) {
        this.listener = listener;
        this.sampler = sampler;
        this.loops = loops;
    }

    public void start(int numThreads) {
        for (int i = 0; i < numThreads; i++) {
            started++;
            new Thread(new JMeterThread(), "tg 1-" + started).start();
        }
    }

    private class JMeterThread implements Runnable {
        private int iteration;

        @Override
        public void run() {
            listener.threadStarted();
            try {
                while (iteration++ < loops) {
                    listener.sampleOccurred(sampler.call());
                }
            } catch (Exception e) {
                System.getLogger("jmeter").log(System.Logger.Level.ERROR, "sampler", e);
            } finally {
                listener.threadFinished();
            }
        }
    }
}
