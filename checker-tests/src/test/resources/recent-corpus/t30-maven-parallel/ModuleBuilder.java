package org.example.maven.lifecycle;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the mojos of one module. A singleton component of the container. */
public class ModuleBuilder {

    private final Map<String, ClassLoader> pluginRealms = new HashMap<>();
    private final Map<String, Map<String, Object>> pluginContexts = new ConcurrentHashMap<>();
    private final Map<ClassLoader, Integer> uses = new IdentityHashMap<>();
    private int mojosExecuted;

    public void buildProject(String module) {
        Map<String, Integer> phaseTimes = new HashMap<>();
        int step = 0;
        for (String goal : new String[] {"compile", "test", "package"}) {
            execute(module, goal);
            phaseTimes.merge(goal, ++step, Integer::sum);
        }
        contextOf(module).put("phases", phaseTimes);
    }

    private void execute(String module, String goal) {
        ClassLoader realm = realm(goal);
        synchronized (uses) {
            Integer n = uses.get(realm);
            uses.put(realm, n == null ? 1 : n + 1);
        }
        contextOf(module).put(goal, realm);
        mojosExecuted += 1; // RACE rmw
    }

    private ClassLoader realm(String plugin) {
        ClassLoader cl = pluginRealms.get(plugin); // RACE check-then-act #1
        if (cl == null) {
            cl = new ClassLoader(getClass().getClassLoader()) {
            };
            pluginRealms.put(plugin, cl); // RACE check-then-act #1
        }
        return cl;
    }

    private Map<String, Object> contextOf(String module) {
        return pluginContexts.computeIfAbsent(module, m -> new ConcurrentHashMap<>());
    }

    public int getMojosExecuted() {
        return mojosExecuted;
    }
}
