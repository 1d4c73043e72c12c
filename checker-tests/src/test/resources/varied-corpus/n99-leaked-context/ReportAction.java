package web.ctx;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class ReportAction {
    /** Costs of one report, shown at the bottom of the page. */
    static final class Costs {
        int pages;
        long bytes;
    }

    private static final ExecutorService RENDERERS = Executors.newFixedThreadPool(4);
    private final ThreadLocal<Costs> costs = ThreadLocal.withInitial(Costs::new);

    String render(List<String> chapters) throws Exception {
        final Costs mine = costs.get();
        mine.pages++;
        RequestContext.current().query("report", chapters.size());
        CountDownLatch done = new CountDownLatch(chapters.size());
        for (String c : chapters) {
            RENDERERS.execute(() -> {
                mine.pages += 1 + c.length() / 4000; // RACE rmw
                mine.bytes += c.length(); // RACE rmw
                costs.get().pages++;
                done.countDown();
            });
        }
        done.await();
        RequestContext.parallel(List.<Callable<Integer>>of(chapters::size));
        mine.pages++;
        return mine.pages + " pages, " + mine.bytes + " bytes";
    }
}
