package com.meridian.erp.dao;

/** A worker of the little HTTP front end. */
public class OrderServletThread extends Thread {
    private final String user;

    public OrderServletThread(String user) {
        this.user = user;
    }

    public void run() {
        try {
            Order o = new Order();
            OrderDao dao = (OrderDao) DaoFactory.getInstance().getDao(OrderDao.class);
            dao.save(o);
            dao.addLine(o.getId(), "bolt", 3);
            DaoFactory.getAuditDao().note(user, "order " + o.getId() + " in " + DaoFactory.vendor());
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i++) {
            new OrderServletThread(args[i]).start();
        }
    }
}
