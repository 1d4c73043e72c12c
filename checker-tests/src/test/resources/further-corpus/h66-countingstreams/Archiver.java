package countingstreams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class Archiver {

    public long archive(List<String> documents) throws InterruptedException {
        SharedOutputStream shared = new SharedOutputStream(new ByteArrayOutputStream());
        ExecutorService pool = Executors.newCachedThreadPool();
        for (String document : documents) {
            pool.submit(() -> {
                CountingOutputStream local = new CountingOutputStream(new ByteArrayOutputStream());
                local.write(document.getBytes(), 0, document.length() / 2);
                local.mark();
                local.write('\n');
                long position = shared.record().put(document.getBytes()).put('\n').write();
                return position + local.sinceMark();
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("timeout");
        }
        return shared.bytes();
    }

    public void copy(byte[] from, CountingOutputStream to) throws IOException {
        int at = 0;
        while (at < from.length) {
            int n = Math.min(4096, from.length - at);
            to.write(from, at, n);
            at += n;
        }
    }
}
