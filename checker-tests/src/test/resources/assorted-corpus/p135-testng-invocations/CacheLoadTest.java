package org.attic.test;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class CacheLoadTest {
    private final ConcurrentHashMap<Integer, String> cache = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private int loads;
    private final Set<String> names = new HashSet<>();
    private int singles;
    private int classes;

    @BeforeClass
    public void openCache() {
        classes++;
        cache.clear();
    }

    @Test(threadPoolSize = 8, invocationCount = 200)
    public void load() {
        int key = calls.incrementAndGet() % 10;
        String v = cache.computeIfAbsent(key, k -> {
            loads++; // RACE rmw
            return "v" + k;
        });
        assertEquals(v, "v" + key);
    }

    @DataProvider(name = "names", parallel = true)
    public Object[][] names() {
        return new Object[][] {{"a"}, {"b"}, {"c"}, {"d"}};
    }

    @Test(dataProvider = "names")
    public void put(String name) {
        names.add(name); // RACE unsafe-collection
        cache.put(name.hashCode(), name);
    }

    @Test(dependsOnMethods = "load")
    public void single() {
        singles++;
        assertTrue(calls.get() >= 200);
    }

    @AfterClass
    public void report() {
        System.out.println(loads + " loads, " + singles + " singles, " + classes + " classes");
    }
}
