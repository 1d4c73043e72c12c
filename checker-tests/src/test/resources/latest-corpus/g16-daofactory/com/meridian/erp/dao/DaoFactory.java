package com.meridian.erp.dao;

import java.util.*;

/**
 * Hands out the DAO singletons. Used by every servlet thread.
 */
public class DaoFactory {

    private static DaoFactory instance;
    private static OrderDao orderDao;
    private static Map daos = Collections.synchronizedMap(new HashMap());
    private static String vendor;

    private int handedOut;

    private DaoFactory() {
    }

    private static class AuditHolder {
        static final AuditDao DAO = new AuditDao();
    }

    public static DaoFactory getInstance() {
        if (instance == null) {
            instance = new DaoFactory(); // RACE check-then-act #1
        }
        return instance;
    }

    public static synchronized OrderDao getOrderDao() {
        if (orderDao == null) {
            orderDao = new OrderDao();
        }
        return orderDao;
    }

    public static AuditDao getAuditDao() {
        return AuditHolder.DAO;
    }

    public Object getDao(Class type) throws Exception {
        synchronized (this) {
            handedOut++;
        }
        Object dao;
        synchronized (daos) {
            dao = daos.get(type);
            if (dao == null) {
                dao = type.getDeclaredConstructor().newInstance();
                daos.put(type, dao);
            }
        }
        return dao;
    }

    /** Name of the database vendor, from the system properties. */
    public static String vendor() {
        String v = vendor;
        if (v == null) {
            v = System.getProperty("erp.db.vendor", "generic").intern();
            vendor = v;
        }
        return v;
    }

    public synchronized int handedOut() {
        return handedOut;
    }
}
