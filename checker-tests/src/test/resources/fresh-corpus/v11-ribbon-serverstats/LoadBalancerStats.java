package v11ribbonserverstats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Statistics by server and by zone that the rules consult; fed by every client call. */
public class LoadBalancerStats {
    private final Map<String, ServerStats> serverStatsMap = new ConcurrentHashMap<>();
    private final Map<String, ZoneStats> zoneStatsMap = new ConcurrentHashMap<>();
    private volatile Map<String, List<String>> upServersByZone = Collections.emptyMap();
    private final ScheduledExecutorService pinger = Executors.newSingleThreadScheduledExecutor();
    private int pingCycles;

    public void startPinging(List<String> servers) {
        pinger.scheduleWithFixedDelay(() -> {
            pingCycles++;
            Map<String, List<String>> byZone = new ConcurrentHashMap<>();
            for (String s : servers) {
                ServerStats st = getSingleServerStat(s);
                if (!st.isCircuitBreakerTripped()) {
                    byZone.computeIfAbsent(zoneOf(s), z -> new ArrayList<>()).add(s);
                }
            }
            upServersByZone = byZone;
        }, 10, 10, TimeUnit.SECONDS);
    }

    private static String zoneOf(String server) {
        int i = server.indexOf('/');
        return i < 0 ? "default" : server.substring(0, i);
    }

    public ServerStats getSingleServerStat(String server) {
        return serverStatsMap.computeIfAbsent(server, ServerStats::new);
    }

    ZoneStats getZoneStats(String zone) {
        ZoneStats zs = zoneStatsMap.get(zone); // RACE check-then-act #1
        if (zs == null) {
            zs = new ZoneStats(zone);
            zoneStatsMap.put(zone, zs); // RACE check-then-act #1
        }
        return zs;
    }

    public void noteResponseTime(String server, double msecs, boolean failed) {
        ServerStats s = getSingleServerStat(server);
        s.noteResponseTime(msecs);
        if (failed) {
            s.incrementSuccessiveConnectionFailureCount();
            getZoneStats(zoneOf(server)).failed();
        } else {
            s.clearSuccessiveConnectionFailureCount();
        }
    }

    public List<String> upServers(String zone) {
        return upServersByZone.getOrDefault(zone, Collections.emptyList());
    }

    public String getStatus(String zone) {
        return getZoneStats(zone) + " after " + upServersByZone.size();
    }
}
