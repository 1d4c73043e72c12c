package legacy.usage;

import java.util.Enumeration;
import java.util.Properties;
import java.util.StringTokenizer;
import java.util.Vector;

/** Usage counts per feature, kept in a Properties object; plug-ins run in their own threads. */
public class UsageFile {
    private static final UsageFile DEFAULT = new UsageFile();

    private final Properties counts = new Properties();
    private final Vector names = new Vector();
    private StringBuffer journal = new StringBuffer();

    public static UsageFile getDefault() {
        return DEFAULT;
    }

    public void used(String feature) {
        String old = counts.getProperty(feature, "0"); // RACE check-then-act #1
        int n = Integer.parseInt(old) + 1; // RACE check-then-act #1
        counts.setProperty(feature, String.valueOf(n)); // RACE check-then-act #1
        journal.append(feature).append('\n'); // MAYBE
    }

    public void declare(String list) {
        StringTokenizer t = new StringTokenizer(list, ",");
        while (t.hasMoreTokens()) {
            String name = t.nextToken();
            synchronized (names) {
                if (!names.contains(name)) {
                    names.addElement(name);
                }
            }
        }
    }

    public void usedExactly(String feature) {
        synchronized (counts) {
            String old = counts.getProperty(feature);
            int n = old == null ? 0 : Integer.parseInt(old);
            counts.setProperty(feature, Integer.toString(n + 1));
        }
    }

    public String last() {
        if (names.size() > 0) {
            return (String) names.lastElement();
        }
        return null;
    }

    public int total() {
        int sum = 0;
        for (Enumeration e = counts.elements(); e.hasMoreElements();) {
            sum += Integer.parseInt((String) e.nextElement());
        }
        return sum;
    }

    public static class Plugin extends Thread {
        private int runs;

        public Plugin(String name) {
            super(name);
        }

        public void run() {
            for (int i = 0; i < 10; i++) {
                runs++;
                UsageFile.getDefault().used(getName());
                UsageFile.getDefault().declare(getName() + "," + runs);
            }
        }
    }
}
