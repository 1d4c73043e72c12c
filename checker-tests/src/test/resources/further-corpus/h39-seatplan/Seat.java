package seatplan;

final class Seat {

    private final String id;
    private String holder;
    private int changes;

    Seat(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    String holder() {
        return holder;
    }

    boolean isFree() {
        return holder == null;
    }

    void assign(String newHolder) {
        holder = newHolder;
        changes++;
    }

    int changes() {
        return changes;
    }
}
