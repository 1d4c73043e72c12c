package io.cinder.local;

import java.util.Locale;

/** Formatting of numbers; the format objects are not thread-safe. */
public final class FormatPool {
    private static final Formatter SHARED = new Formatter("#,##0.00");
    private static final ThreadLocal<Formatter> LOCAL = ThreadLocal.withInitial(() -> new Formatter("0.000"));
    private static final ThreadLocal<Formatter> MONEY = ThreadLocal.withInitial(() -> SHARED);

    private FormatPool() {
    }

    public static String number(double d) {
        return LOCAL.get().format(d);
    }

    public static String money(double d) {
        return MONEY.get().formatMoney(d);
    }

    static final class Formatter {
        private final String pattern;
        private final StringBuilder buf = new StringBuilder();
        private int uses;
        private int moneyUses;

        Formatter(String pattern) {
            this.pattern = pattern;
        }

        String format(double d) {
            uses++;
            return String.format(Locale.ROOT, "%.3f", d) + (uses % 1000 == 0 ? "*" : "");
        }

        String formatMoney(double d) {
            moneyUses++; // RACE read-modify-write #1
            return String.format(Locale.ROOT, "%,.2f", d);
        }

        public String toString() {
            return pattern + " " + moneyUses;
        }
    }
}
