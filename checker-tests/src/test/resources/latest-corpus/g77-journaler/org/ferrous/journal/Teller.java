package org.ferrous.journal;

public class Teller implements Runnable {
    private final Journaler journal;
    private final int desk;
    private int sequence;

    public Teller(Journaler journal, int desk) {
        this.journal = journal;
        this.desk = desk;
    }

    @Override
    public void run() {
        while (journal.append(desk + "/" + sequence)) {
            sequence++;
        }
    }

    public static void main(String[] args) {
        Journaler j = new Journaler(new SegmentStore(10_000));
        j.open();
        for (int i = 0; i < 5; i++) {
            new Thread(new Teller(j, i)).start();
        }
    }
}
