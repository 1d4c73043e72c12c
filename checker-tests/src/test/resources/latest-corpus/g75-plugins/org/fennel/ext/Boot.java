package org.fennel.ext;

import java.util.Random;

public final class Boot {
    private static final class Lazy {
        static final Random RANDOM = new Random(42);
    }

    private Boot() {
    }

    public static void main(String[] args) throws InterruptedException {
        int started = 0;
        for (int i = 0; i < 3; i++) {
            int id = i;
            Thread t = new Thread(() -> {
                int registered = 0;
                try {
                    for (String a : args) {
                        Extensions.get().register(String.class, a + id);
                        registered++;
                    }
                    if (Extensions.get().name("boot", id) && Lazy.RANDOM.nextInt(100) == 0) {
                        throw new IllegalStateException("unlucky after " + registered);
                    }
                    Phase.LOADING.partDone();
                } catch (RuntimeException e) {
                    Phase.LOADING.partFailed(e.getMessage());
                }
            });
            t.start();
            started++;
        }
        String problem = Phase.LOADING.await();
        System.out.println(started + " started, " + Extensions.get().all().length + " extensions, " + problem);
    }
}
