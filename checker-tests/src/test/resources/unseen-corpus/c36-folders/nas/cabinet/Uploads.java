package nas.cabinet;

import java.util.ArrayList;
import java.util.List;

public class Uploads {
    private final Folder root = new Folder("/");
    private final Quota quota = new Quota(root, 1L << 30);

    public void run(int clients) throws InterruptedException {
        final List<Thread> threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            final Folder home = root.createChild("home" + i);
            Thread t = new Thread() {
                private int done;

                public void run() {
                    for (int n = 0; n < 100; n++) {
                        Folder target = n % 10 == 0 ? home.createChild("d" + n) : home;
                        if (quota.reserve(target, n)) {
                            quota.commit(target, n);
                            done++;
                        } else {
                            target.prune();
                        }
                    }
                    if (done < 100) {
                        System.err.println("only " + done);
                    }
                }
            };
            threads.add(t);
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
    }
}
