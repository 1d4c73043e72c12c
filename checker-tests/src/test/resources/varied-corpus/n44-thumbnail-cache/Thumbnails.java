package photo.thumbs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Thumbnails and their popularity; request threads share the caches. */
public class Thumbnails {
    private final Cache<String, byte[]> images = Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Integer> popularity = Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();
    private final Cache<String, AtomicInteger> downloads = Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Integer> shares = Caffeine.newBuilder().maximumSize(10_000).build();

    public byte[] image(String name) {
        Integer seen = popularity.getIfPresent(name); // RACE check-then-act #1
        popularity.put(name, seen == null ? 1 : seen + 1); // RACE check-then-act #1
        return images.get(name, Thumbnails::render);
    }

    public void downloaded(String name) {
        downloads.get(name, n -> new AtomicInteger()).incrementAndGet();
    }

    public void shared(String name) {
        shares.asMap().merge(name, 1, Integer::sum);
    }

    public void rename(String from, String to) {
        byte[] image = images.asMap().remove(from);
        if (image != null) {
            images.put(to, image);
        }
    }

    private static byte[] render(String name) {
        byte[] out = new byte[16];
        int at = 0;
        for (int i = 0; i < name.length() && at < out.length; i++) {
            out[at++] ^= (byte) name.charAt(i);
        }
        return out;
    }
}
