package r48idgentestng;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class IdGeneratorTest {

    /** The class under test. */
    static final class IdGenerator {
        private final AtomicLong last = new AtomicLong();

        long next() {
            long now = System.currentTimeMillis() << 16;
            return last.updateAndGet(before -> before < now ? now : before + 1);
        }
    }

    private final IdGenerator generator = new IdGenerator();
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();
    private final List<Long> samples = new ArrayList<>();
    private final List<Long> sequential = new ArrayList<>();
    private int calls;
    private int setups;

    @BeforeClass
    public void warmUp() {
        setups++;
        for (int i = 0; i < 100; i++) {
            assertTrue(seen.add(generator.next()));
        }
    }

    @Test(threadPoolSize = 8, invocationCount = 200)
    public void idsAreUnique() {
        for (int i = 0; i < 50; i++) {
            long id = generator.next();
            assertTrue(seen.add(id), "seen before: " + id);
            if (i == 25) {
                samples.add(id); // RACE unsafe-collection
            }
        }
        calls += 50; // RACE rmw
    }

    @Test(invocationCount = 20)
    public void idsGrow() {
        sequential.add(generator.next());
        int n = sequential.size();
        if (n > 1) {
            assertTrue(sequential.get(n - 2) < sequential.get(n - 1));
        }
    }

    @DataProvider(name = "steps")
    public Object[][] steps() {
        return new Object[][] {{1}, {2}, {3}};
    }

    @Test(dataProvider = "steps")
    public void nextIsLarger(int step) {
        long first = generator.next();
        long last = first;
        for (int i = 0; i < step; i++) {
            last = generator.next();
        }
        assertTrue(last >= first + step);
    }

    @AfterClass
    public void everythingCounted() {
        assertEquals(setups, 1);
        assertEquals(calls, 200 * 50);
        assertEquals(samples.size(), 200);
    }
}
