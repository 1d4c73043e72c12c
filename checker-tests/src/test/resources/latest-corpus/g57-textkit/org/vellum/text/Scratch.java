package org.vellum.text;

import java.util.Random;

/** Helpers for building text. */
public final class Scratch {
    private static final StringBuilder SHARED = new StringBuilder();
    private static final StringBuffer TRACE = new StringBuffer();
    private static final Random RANDOM = new Random();
    private static int salt;

    private Scratch() {
    }

    /** Joins the parts, reusing one buffer. */
    public static String join(char sep, String... parts) {
        SHARED.setLength(0); // RACE unguarded-collection #1
        for (String p : parts) {
            SHARED.append(p).append(sep); // RACE unguarded-collection #1
        }
        return SHARED.toString();
    }

    public static String wrap(String s) {
        StringBuilder own = new StringBuilder();
        own.append('"').append(s).append('"');
        return own.toString();
    }

    public static void trace(String s) {
        TRACE.append(s);
        if (TRACE.length() > 65_536) {
            TRACE.setLength(0); // RACE check-then-act #2
        }
    }

    public static String token() {
        return Long.toString(RANDOM.nextLong(), 36);
    }

    static synchronized int salt() {
        salt = salt * 31 + 17;
        return salt;
    }
}
