package gg.mosswood.bazaar;

import java.util.HashMap;
import java.util.Map;

/** A trader in the bazaar with gold and goods; guarded by its monitor. */
public class Merchant {
    private final int id;
    private int gold;
    private final Map<String, Integer> goods = new HashMap<>();
    private int deals;
    private int reputation;

    public Merchant(int id, int gold) {
        this.id = id;
        this.gold = gold;
    }

    public int id() {
        return id;
    }

    public synchronized void stock(String what, int n) {
        goods.merge(what, n, Integer::sum);
    }

    /** Sells to the buyer, if both can afford the deal. */
    public synchronized boolean sell(Merchant buyer, String what, int price) {
        Integer n = goods.get(what);
        if (n == null || n == 0 || buyer.gold < price) {
            return false;
        }
        goods.put(what, n - 1);
        gold += price;
        deals++;
        buyer.gold -= price; // RACE inconsistent-locking #1
        buyer.goods.merge(what, 1, Integer::sum); // RACE inconsistent-locking #1
        return true;
    }

    /** Exchanges one piece against another. */
    public static boolean barter(Merchant a, String mine, Merchant b, String theirs) {
        Merchant first = a.id < b.id ? a : b;
        Merchant second = first == a ? b : a;
        synchronized (first) {
            synchronized (second) {
                if (!a.take(mine)) {
                    return false;
                }
                if (!b.take(theirs)) {
                    a.give(mine);
                    return false;
                }
                a.give(theirs);
                b.give(mine);
                a.deals++;
                b.deals++;
                return true;
            }
        }
    }

    private boolean take(String what) {
        Integer n = goods.get(what);
        if (n == null || n == 0) {
            return false;
        }
        goods.put(what, n - 1);
        return true;
    }

    private void give(String what) {
        goods.put(what, goods.getOrDefault(what, 0) + 1);
    }

    /** Rumours spread by any other merchant's thread. */
    public void rumour(int change) {
        reputation += change; // RACE read-modify-write #2
    }

    public synchronized String toString() {
        return "merchant " + id + ": " + gold + " gold, " + deals + " deals, reputation " + reputation;
    }
}
