package db.access;

import java.util.Properties;

/** Creates the one driver of the process on first use. */
public final class DriverHolder {
    private static Driver driver;
    private static volatile Driver fallback;
    private static Properties settings;

    private DriverHolder() {}

    public static Driver driver() {
        if (driver == null) { // RACE check-then-act #1
            synchronized (DriverHolder.class) {
                driver = new Driver("primary"); // RACE check-then-act #1
            }
        }
        return driver;
    }

    public static Driver fallback() {
        Driver d = fallback;
        if (d == null) {
            synchronized (DriverHolder.class) {
                d = fallback;
                if (d == null) {
                    d = new Driver("fallback");
                    fallback = d;
                }
            }
        }
        return d;
    }

    public static synchronized Properties settings() {
        if (settings == null) {
            settings = new Properties();
            settings.setProperty("fetch", "500");
        }
        return settings;
    }

    /** Holds the prepared statements of all sessions. */
    public static final class Driver {
        private final String name;
        private int prepared;

        Driver(String name) {
            this.name = name;
        }

        public synchronized String prepare(String sql) {
            prepared++;
            return name + '/' + prepared + ':' + sql;
        }
    }
}
