package events.tickets;

/** All methods are synchronized. */
public class TicketPool {
    private int remaining;
    private int sold;
    private String lastBuyer = "";

    public TicketPool(int remaining) {
        this.remaining = remaining;
    }

    public synchronized int getRemaining() {
        return remaining;
    }

    public synchronized void setRemaining(int remaining) {
        this.remaining = remaining;
    }

    public synchronized int getSold() {
        return sold;
    }

    public synchronized void setSold(int sold) {
        this.sold = sold;
    }

    public synchronized void setLastBuyer(String buyer) {
        lastBuyer = buyer;
    }

    public synchronized boolean sell(String buyer, int n) {
        if (getRemaining() < n) {
            return false;
        }
        setRemaining(getRemaining() - n);
        setSold(getSold() + n);
        setLastBuyer(buyer);
        return true;
    }

    @Override
    public synchronized String toString() {
        return sold + " sold, " + remaining + " left, last to " + lastBuyer;
    }
}
