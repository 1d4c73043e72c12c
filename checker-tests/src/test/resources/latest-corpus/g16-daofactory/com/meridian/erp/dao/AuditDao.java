package com.meridian.erp.dao;

import java.util.*;

public class AuditDao {
    private final Vector log = new Vector();

    public void note(String user, String what) {
        StringBuffer sb = new StringBuffer(user);
        sb.append(": ");
        sb.append(what);
        log.add(sb.toString());
    }

    public String last() {
        synchronized (log) {
            return log.isEmpty() ? null : (String) log.get(log.size() - 1);
        }
    }
}
