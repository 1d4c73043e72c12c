package r31depotejb;

import java.util.HashMap;
import java.util.Map;
import javax.ejb.ConcurrencyManagement;
import javax.ejb.ConcurrencyManagementType;
import javax.ejb.Singleton;

/** Places of the racks; takes care of its locking itself. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RackPlan {

    private final Map<String, Integer> places = new HashMap<>();
    private int changes;

    public synchronized int places(String rack) {
        return places.getOrDefault(rack, 40);
    }

    public synchronized void setPlaces(String rack, int n) {
        places.put(rack, n);
        changes++;
    }

    public boolean occupy(String rack) {
        int left = places(rack); // RACE split-lock #1
        if (left == 0) {
            return false;
        }
        setPlaces(rack, left - 1); // RACE split-lock #1
        return true;
    }

    public synchronized void vacate(String rack) {
        setPlaces(rack, places(rack) + 1);
    }

    public synchronized int changes() {
        return changes;
    }
}
