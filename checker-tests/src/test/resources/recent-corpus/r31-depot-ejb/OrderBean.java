package r31depotejb;

import java.util.ArrayList;
import java.util.List;
import javax.ejb.EJB;
import javax.ejb.Stateless;

@Stateless
public class OrderBean {

    @EJB
    private DepotBean depot;

    private final List<String> lastRows = new ArrayList<>();
    private int calls;

    public boolean pick(String row, int n) {
        calls++;
        lastRows.add(row);
        if (lastRows.size() > 10) {
            lastRows.remove(0);
        }
        if (depot.store(row, -n) < 0) {
            depot.store(row, n);
            return false;
        }
        return true;
    }

    public String trace() {
        return calls + " " + lastRows + " " + depot.total();
    }
}
