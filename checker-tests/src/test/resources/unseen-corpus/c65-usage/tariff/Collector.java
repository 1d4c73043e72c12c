package tariff;

import java.util.ArrayList;
import java.util.List;

/** Reads the meters of a street, each collector on its own thread. */
public class Collector extends Thread {
    private final Tariff tariff;
    private final List<String> street;
    private final List<String> notAtHome = new ArrayList<String>();
    private int visited;

    public Collector(Tariff tariff, List<String> street) {
        this.tariff = tariff;
        this.street = new ArrayList<String>(street);
    }

    public void run() {
        for (String house : street) {
            visited++;
            if (house.length() % 5 == 0) {
                notAtHome.add(house);
            } else {
                tariff.meter(house).add(house.hashCode() & 0xf);
            }
        }
    }

    public String report() throws InterruptedException {
        join();
        return visited + " visited, " + notAtHome;
    }
}
